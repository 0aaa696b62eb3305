// Where replies and notes are written.

import type { FormEvent } from 'react';
import { changeDraft, draftOf, useDraft, type Draft, type Written } from './drafts';
import { Notice } from './parts';

export function Composer({
  id,
  send,
  closed,
}: {
  id: string;
  send: (written: Written) => Promise<unknown>;
  closed: boolean;
}) {
  const { kind, text, isSending, error } = useDraft(id);
  const change = (part: Partial<Draft>) => changeDraft(id, part);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    // As it is, not as it was drawn: whoever presses twice sends once.
    const { kind, text, isSending } = draftOf(id);
    if (text.trim() === '' || isSending) return;
    change({ isSending: true, error: undefined });
    void send({ kind, text }).then(
      () => change({ isSending: false, text: '' }),
      (error: Error) => change({ isSending: false, kind, error }),
    );
  };
  return (
    <form className={`composer ${kind}`} onSubmit={submit}>
      {error && <Notice error={error} onClose={() => change({ error: undefined })} />}
      <div className="row" role="radiogroup" aria-label="What to write">
        {(['reply', 'note'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => change({ kind: one })} />{' '}
            {one === 'reply' ? 'Reply' : 'Internal note'}
          </label>
        ))}
        {closed && kind === 'reply' && <span className="hint">Replying opens it again.</span>}
      </div>
      <textarea
        aria-label={kind === 'reply' ? 'Reply' : 'Internal note'}
        rows={3}
        value={text}
        readOnly={isSending}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit()}
        placeholder={kind === 'reply' ? 'Write a reply. Ctrl+Enter sends it.' : 'Only your team sees this.'}
      />
      <button className="main" disabled={text.trim() === '' || isSending}>
        {isSending ? 'Sending…' : kind === 'reply' ? 'Send' : 'Add note'}
      </button>
    </form>
  );
}
