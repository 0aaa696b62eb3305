// Where replies and notes are written.

import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Notice } from './parts';

/** What was written, and for whom. */
export interface Written {
  kind: 'reply' | 'note';
  text: string;
}

/** What is not sent yet, by conversation: it is there again when one comes back. */
const drafts = new Map<string, Written>();

export function Composer({
  id,
  send,
  closed,
}: {
  id: string;
  send: UseMutationResult<unknown, Error, Written>;
  closed: boolean;
}) {
  const [draft, setDraft] = useState<Written>(drafts.get(id) ?? { kind: 'reply', text: '' });
  const { kind, text } = draft;
  const change = (next: Written) => {
    drafts.set(id, next);
    setDraft(next);
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '' || send.isPending) return;
    // Emptied also when another conversation is shown by then.
    void send.mutateAsync(draft).then(
      () => drafts.get(id) === draft && change({ kind, text: '' }),
      () => undefined,
    );
  };
  return (
    <form className={`composer ${kind}`} onSubmit={submit}>
      {send.isError && <Notice error={send.error} onClose={send.reset} />}
      <div className="row" role="radiogroup" aria-label="What to write">
        {(['reply', 'note'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="kind"
              checked={kind === one}
              onChange={() => change({ kind: one, text })}
            />{' '}
            {one === 'reply' ? 'Reply' : 'Internal note'}
          </label>
        ))}
        {closed && kind === 'reply' && <span className="hint">Replying opens it again.</span>}
      </div>
      <textarea
        aria-label={kind === 'reply' ? 'Reply' : 'Internal note'}
        rows={3}
        value={text}
        readOnly={send.isPending}
        onChange={(event) => change({ kind, text: event.target.value })}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit()}
        placeholder={kind === 'reply' ? 'Write a reply. Ctrl+Enter sends it.' : 'Only your team sees this.'}
      />
      <button className="main" disabled={text.trim() === '' || send.isPending}>
        {send.isPending ? 'Sending…' : kind === 'reply' ? 'Send' : 'Add note'}
      </button>
    </form>
  );
}
