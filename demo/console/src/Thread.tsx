// One conversation: what was said, what can be done, and the composer.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { dixa, useChange } from './dixa';
import type { Directory, Person } from './dixa';
import { assignee } from './Inbox';
import { Badge, Notice } from './parts';
import { Side } from './Side';
import { channelName, said, stateName, time, titleOf } from './text';

export function Thread({ id, directory, me }: { id: number; directory: Directory; me: Person }) {
  const key = (part: string) => ['conversation', id, part];
  const head = useQuery({
    queryKey: key('head'),
    queryFn: ({ signal }) => dixa.getConversation(id, { signal }),
  });
  const messages = useQuery({
    queryKey: key('messages'),
    queryFn: ({ signal }) => dixa.listMessages(id, { signal }),
  });
  const notes = useQuery({
    queryKey: key('notes'),
    queryFn: ({ signal }) => dixa.listInternalNotes(id, { signal }),
  });
  const [conflict, setConflict] = useState(false);
  const act = useChange(id, (run: () => Promise<unknown>) => run());
  const claim = (force: boolean) =>
    act.mutate(() => dixa.claimConversation(id, { agentId: me.id, force }), {
      onSuccess: () => setConflict(false),
      onError: (error) => setConflict('code' in error && error.code === 'conflict'),
    });
  if (head.isPending) return <p className="hint centered">Loading…</p>;
  if (head.isError) {
    return (
      <div className="thread">
        <a href="#" className="back">
          ← Inbox
        </a>
        <Notice error={head.error} />
      </div>
    );
  }
  const conversation = head.data;
  const closed = conversation.state === 'Closed';
  const holder = assignee(conversation);
  const anonymized = conversation._type === 'AnonymizedConversation';
  const name = (author: string) =>
    [...directory.agents, ...directory.endUsers].find((one) => one.id === author)?.name ?? 'Unknown';
  const isAgent = (author: string) => directory.agents.some((one) => one.id === author);
  const entries = [
    ...(messages.data ?? []).map((message) => ({
      at: message.createdAt,
      author: message.authorId,
      id: message.id,
      note: false,
      remark: undefined,
      ...said(message),
    })),
    ...(notes.data ?? []).map((note) => ({
      at: note.createdAt,
      author: note.authorId,
      id: note.id,
      note: true,
      text: note.message,
      files: [],
      remark: undefined,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <>
      <section className="thread" aria-label="Conversation">
        <header>
          <a href="#" className="back">
            ← Inbox
          </a>
          <h1>{titleOf(conversation)}</h1>
          <p className="line">
            <Badge kind={conversation.state ?? ''}>{stateName(conversation.state)}</Badge>
            <Badge kind="channel">{channelName(conversation.channel)}</Badge>
            <span>
              {name(conversation.requesterId)} · #{String(conversation.id)}
            </span>
          </p>
          <div className="row actions">
            {!closed && holder !== me.id && (
              <button type="button" onClick={() => claim(false)}>
                Claim
              </button>
            )}
            {!closed && (
              <button
                type="button"
                onClick={() => act.mutate(() => dixa.closeConversation(id, { userId: me.id }))}
              >
                Close
              </button>
            )}
            {closed && !anonymized && (
              <button
                type="button"
                onClick={() => act.mutate(() => dixa.reopenConversation(id, { userId: me.id }))}
              >
                Reopen
              </button>
            )}
            {!closed && (
              <select
                aria-label="Transfer to queue"
                value=""
                onChange={({ target: { value } }) =>
                  act.mutate(() => dixa.transferConversation(id, { queueId: value, userId: me.id }))
                }
              >
                <option value="">Transfer to…</option>
                {directory.queues.map((queue) => (
                  <option key={queue.id} value={queue.id}>
                    {queue.name}
                  </option>
                ))}
              </select>
            )}
            {closed && !anonymized && (
              <button
                type="button"
                className="danger"
                onClick={() => {
                  if (!confirm('Remove all personal data of this conversation? This cannot be undone.'))
                    return;
                  act.mutate(() => dixa.anonymizeConversation(id));
                }}
              >
                Anonymize
              </button>
            )}
          </div>
          {act.isError && <Notice error={act.error} onClose={act.reset} />}
          {act.isError && conflict && (
            <p className="row">
              <button type="button" onClick={() => claim(true)}>
                Take it over from {name(holder ?? '')}
              </button>
            </p>
          )}
        </header>
        {messages.isError && <Notice error={messages.error} />}
        {notes.isError && <Notice error={notes.error} />}
        <ol className="messages" tabIndex={0} aria-label="Messages">
          {entries.map((entry) => (
            <li key={entry.id} className={entry.note ? 'note' : isAgent(entry.author) ? 'ours' : 'theirs'}>
              <p className="line">
                <strong>{name(entry.author)}</strong>
                {entry.note && <Badge kind="note">Internal note</Badge>}
                <time dateTime={entry.at}>{time(entry.at)}</time>
              </p>
              {entry.remark && <p className="hint">{entry.remark}</p>}
              {entry.text && <p className="said">{entry.text}</p>}
              {entry.files.map((file) => (
                <a key={file.url} href={file.url} rel="noreferrer" target="_blank" className="file">
                  File: {file.prettyName ?? file.url}
                </a>
              ))}
            </li>
          ))}
        </ol>
        {!anonymized && <Composer id={id} me={me} closed={closed} />}
      </section>
      <Side id={id} conversation={conversation} directory={directory} />
    </>
  );
}

/** Replies and notes. What was typed stays until it is sent. */
function Composer({ id, me, closed }: { id: number; me: Person; closed: boolean }) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'reply' | 'note'>('reply');
  const send = useChange(id, (value: string) =>
    kind === 'note'
      ? dixa.addInternalNote(id, { message: value, agentId: me.id })
      : dixa.addMessage(id, { _type: 'Outbound', agentId: me.id, content: { _type: 'Text', value } }),
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '' || send.isPending) return;
    send.mutate(text, { onSuccess: () => setText('') });
  };
  return (
    <form className={`composer ${kind}`} onSubmit={submit}>
      {send.isError && <Notice error={send.error} onClose={send.reset} />}
      <div className="row" role="radiogroup" aria-label="What to write">
        {(['reply', 'note'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />{' '}
            {one === 'reply' ? 'Reply' : 'Internal note'}
          </label>
        ))}
        {closed && kind === 'reply' && <span className="hint">Replying opens it again.</span>}
      </div>
      <textarea
        aria-label={kind === 'reply' ? 'Reply' : 'Internal note'}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit()}
        placeholder={kind === 'reply' ? 'Write a reply. Ctrl+Enter sends it.' : 'Only your team sees this.'}
      />
      <button disabled={text.trim() === '' || send.isPending}>
        {send.isPending ? 'Sending…' : kind === 'reply' ? 'Send' : 'Add note'}
      </button>
    </form>
  );
}
