// What was just done, with a way back. It lies over the page, so nothing moves.

import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useKeys } from './keys';

/** How long there is to take something back, in milliseconds. The pointer or the focus on it stops the clock. */
const SHOWN_MS = 8000;

interface Toast {
  text: string;
  undo: () => void;
}

const Context = createContext<(toast: Toast) => void>(() => undefined);

export const useToast = () => useContext(Context);

export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast>();
  const before = useRef<Element>(null);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (!toast || isHeld) return;
    const timer = setTimeout(() => setToast(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  const undo = () => {
    toast?.undo();
    setToast(undefined);
    setIsHeld(false);
  };
  useKeys({ z: toast && undo });
  const show = useCallback((next: Toast) => {
    before.current = document.activeElement;
    setToast(next);
  }, []);
  return (
    <Context value={show}>
      {children}
      <div
        className="toasts"
        role="status"
        onPointerEnter={() => setIsHeld(true)}
        onPointerLeave={() => setIsHeld(false)}
        onFocus={() => setIsHeld(true)}
        onBlur={() => setIsHeld(false)}
      >
        {toast && (
          <p className="toast">
            {toast.text}
            <button
              type="button"
              onClick={() => {
                undo();
                // The button goes; the focus goes back to where it was.
                if (before.current instanceof HTMLElement) before.current.focus();
              }}
            >
              Undo
            </button>
          </p>
        )}
      </div>
    </Context>
  );
}
