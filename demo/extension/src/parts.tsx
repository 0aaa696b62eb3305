// Small parts of the panel. An error that crossed the bridge is plain data; it reads as those of the console do.

import type { Outcome } from 'dixa-conversations';
import { useState, type FormEvent } from 'react';
import { HAPPENED, TITLES } from '../../console/src/errors';

const OURS: Record<string, string> = {
  ...TITLES,
  unauthorized: 'Dixa does not accept the token',
  invalid_token: 'There is no token that could be sent',
  worker_stopped: 'The extension was stopped meanwhile',
};

type Told = Error & { code: string; outcome: Outcome; retryable?: boolean; body?: { message?: unknown } };

const isTold = (error: Error): error is Told =>
  'code' in error && 'outcome' in error && String(error.outcome) in HAPPENED;

/** What went wrong, and whether it happened all the same, if something was to happen. */
function explain(error: Error, isChange: boolean) {
  if (!isTold(error)) return { title: 'Something went wrong', details: [String(error)] };
  const said = error.body?.message === undefined ? undefined : String(error.body.message);
  const title = OURS[error.code] ?? said ?? 'Dixa refused';
  const look = error.outcome === 'unknown' && !error.retryable ? ' Look before you try again.' : '';
  const happened = isChange ? `Did it happen? ${HAPPENED[error.outcome]}${look}` : undefined;
  return { title, details: [title === said ? undefined : (said ?? error.message), happened] };
}

export function Notice({ error, onClose }: { error: Error; onClose?: () => void }) {
  // Whoever can close it made a change; what could not be read stays.
  const { title, details } = explain(error, onClose !== undefined);
  return (
    <div className="notice" role="alert">
      <div>
        <strong>{title}</strong>
        {details.map((detail) => detail && <p key={detail}>{detail}</p>)}
      </div>
      {onClose && (
        <button type="button" className="plain" onClick={onClose} aria-label="Dismiss">
          ✕
        </button>
      )}
    </div>
  );
}

/** A field with a button. It is emptied when what is in it is done. */
export function AddField({ label, onSend }: { label: string; onSend: (text: string) => Promise<unknown> }) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSend(text.trim()).then(
      () => setText((now) => (now === text ? '' : now)),
      () => undefined,
    );
  };
  return (
    <form className="row" onSubmit={submit}>
      <input aria-label={label} placeholder={label} value={text} onChange={(e) => setText(e.target.value)} />
      <button className="main" disabled={text.trim() === ''}>
        Add
      </button>
    </form>
  );
}
