// Small parts that several views share.

import { useState } from 'react';
import type { FormEvent, MouseEvent, ReactNode } from 'react';
import { explain } from './errors';

/** An error as a person would want it. It offers to try again only where that is safe. */
export function Notice({
  error,
  isChange = false,
  onRetry,
  onClose,
}: {
  error: unknown;
  isChange?: boolean;
  onRetry?: () => void;
  onClose?: () => void;
}) {
  const { title, detail, happened, canRetry } = explain(error, isChange);
  return (
    <div className="notice" role="alert">
      <div>
        <strong>{title}</strong>
        {detail && <p>{detail}</p>}
        {happened && (
          <p>
            <em>Did it happen?</em> {happened}
          </p>
        )}
      </div>
      {onRetry && canRetry && (
        <button type="button" onClick={leaving(onRetry)}>
          {isChange ? 'Try again' : 'Read again'}
        </button>
      )}
      {onClose && (
        <button type="button" className="plain" onClick={leaving(onClose)} aria-label="Dismiss">
          ✕
        </button>
      )}
    </div>
  );
}

/** The button goes with the notice; the focus stays with what the notice is about. */
const leaving = (run: () => void) => (event: MouseEvent) => {
  const around = event.currentTarget.closest('form, header, details, section, nav');
  around?.querySelector<HTMLElement>('textarea, .actions button, input:not([type=radio]), a')?.focus();
  run();
};

export function Badge({ kind, children }: { kind: string; children: ReactNode }) {
  return <span className={`badge ${kind.toLowerCase()}`}>{children}</span>;
}

/** Grey bars in the place of text that is on its way. */
export function Bars({ widths }: { widths: number[] }) {
  return (
    <span className="bars" aria-hidden="true">
      {widths.map((width, index) => (
        <span key={index} style={{ width: `${width}%` }} />
      ))}
    </span>
  );
}

/** A part of the side panel. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details open className="section">
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

/** A field with a button, in the place of a value that is not there yet. */
export function OneField({ label, onSend }: { label: string; onSend: (text: string) => Promise<unknown> }) {
  const [text, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.currentTarget.closest('dd')?.focus(); // the field goes when the value is there
    await onSend(text).then(
      () => setText(''),
      () => undefined,
    );
  };
  return (
    <form className="row" onSubmit={submit}>
      <input
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button disabled={text.trim() === ''} aria-label={`Set ${label}`}>
        Set
      </button>
    </form>
  );
}
