// Small parts that several views share.

import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { explain } from './dixa';

/** An error as a person would want it. */
export function Notice({ error, onClose }: { error: unknown; onClose?: () => void }) {
  const { title, detail } = explain(error);
  return (
    <div className="notice" role="alert">
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
      </div>
      {onClose && (
        <button type="button" className="plain" onClick={onClose} aria-label="Dismiss">
          ✕
        </button>
      )}
    </div>
  );
}

export function Badge({ kind, children }: { kind: string; children: ReactNode }) {
  return <span className={`badge ${kind.toLowerCase()}`}>{children}</span>;
}

/** A part of the side panel. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details open className="section">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** A field with a button; it is emptied when the change succeeded. */
export function OneField({
  label,
  initial = '',
  button,
  onSend,
}: {
  label: string;
  initial?: string;
  button: string;
  onSend: (text: string) => Promise<unknown>;
}) {
  const [text, setText] = useState(initial);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    await onSend(text).then(
      () => setText(initial),
      () => undefined,
    );
  };
  return (
    <form className="row" onSubmit={send}>
      <input
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button disabled={text.trim() === ''}>{button}</button>
    </form>
  );
}
