// Replies and notes. What was typed is there until it is sent.

import type { FormEvent } from 'react';
import { Attach } from './Attach';
import { useSending } from './changes';
import { useConnection } from './connection';
import type { Person } from './directory';
import { again, EMPTY, setDraft, useDraft } from './drafts';
import type { Draft } from './drafts';
import { focus, useKeys } from './keys';
import { Notice } from './parts';

export function Composer({ id, me, isClosed }: { id: number; me: Person; isClosed: boolean }) {
  const written = useDraft(id);
  const isOffline = useConnection() === 'offline';
  const { send, isSending, error, dismiss } = useSending(id);
  // What is on its way is shown among the messages.
  const draft = isSending ? { ...EMPTY, kind: written.kind } : written;
  const change = (part: Partial<Draft>) => {
    if (!isSending) setDraft(id, { ...draft, ...part });
  };
  const write = (kind: Draft['kind']) => {
    change({ kind });
    focus('.composer textarea');
  };
  useKeys({ r: () => write('reply'), n: () => write('note') });
  const isReply = draft.kind === 'reply';
  const isHeld = isOffline || draft.text.trim() === '';
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isHeld) send(me.id);
  };
  return (
    <form className={`composer ${draft.kind}`} aria-label="Write" onSubmit={submit}>
      {error && (
        <Notice
          error={error}
          isChange
          {...(again(draft) && { onRetry: () => send(me.id) })}
          onClose={dismiss}
        />
      )}
      <div className="row" role="radiogroup" aria-label="What to write">
        {(['reply', 'note'] as const).map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => change({ kind })} />{' '}
            {kind === 'reply' ? 'Reply' : 'Internal note'}
          </label>
        ))}
        {isClosed && isReply && <span className="hint">Replying opens it again.</span>}
      </div>
      <textarea
        aria-label={isReply ? 'Reply' : 'Internal note'}
        aria-keyshortcuts={isReply ? 'r' : 'n'}
        rows={3}
        value={draft.text}
        readOnly={isSending}
        onChange={({ target: { value } }) => change({ text: value })}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit()}
        placeholder={isReply ? 'Write a reply. Ctrl+Enter sends it.' : 'Only your team sees this.'}
      />
      <div className="row">
        {isReply && <Attach files={draft.files} onChange={(files) => change({ files })} />}
        <button className="main" aria-disabled={isHeld}>
          {isOffline ? 'Kept until you are online' : isReply ? 'Send' : 'Add note'}
        </button>
      </div>
    </form>
  );
}
