// One conversation in the side panel: its head, its tags, what was said, and the composer.

import { useQuery } from '@tanstack/react-query';
import { Badge } from '../../console/src/parts';
import { assignee, channelName, stateName, titleOf } from '../../console/src/text';
import { dixa } from './bridge';
import { useChange } from './change';
import { Composer } from './Composer';
import type { Written } from './drafts';
import { useNewMessages } from './live';
import { Messages } from './Messages';
import { AddField, Notice } from './parts';

export function Conversation({ id, me }: { id: string; me: string }) {
  const key = (part: string) => ['conversation', id, part];
  const head = useQuery({ queryKey: key('head'), queryFn: () => dixa.getConversation(id) });
  const messages = useQuery({ queryKey: key('messages'), queryFn: () => dixa.listMessages(id) });
  const notes = useQuery({ queryKey: key('notes'), queryFn: () => dixa.listInternalNotes(id) });
  const tags = useQuery({ queryKey: key('tags'), queryFn: () => dixa.listTags(id) });
  const live = useNewMessages(id, me, messages.data);

  const claim = useChange(id, (force: boolean) => dixa.claimConversation(id, { agentId: me, force }));
  const tag = useChange(id, (change: () => Promise<unknown>) => change());
  const send = useChange(id, ({ kind, text }: Written) =>
    kind === 'note'
      ? dixa.addInternalNote(id, { message: text, agentId: me })
      : dixa.addMessage(id, { _type: 'Outbound', agentId: me, content: { _type: 'Text', value: text } }),
  );

  const failed = [head, messages, notes, tags].find(({ isError }) => isError)?.error ?? live.error;
  const again = () => {
    for (const query of [head, messages, notes, tags]) void query.refetch();
    live.restart();
  };
  const trouble = failed && (
    <>
      <Notice error={failed} />
      <p className="row">
        <button type="button" onClick={again}>
          Try again
        </button>
        {needsOptions(failed) && <OptionsButton />}
      </p>
    </>
  );
  if (!head.data) {
    return <main className="empty">{trouble ?? <p role="status">Loading conversation {id}…</p>}</main>;
  }

  const conversation = head.data;
  const isClosed = conversation.state === 'Closed';
  const isAnonymized = conversation._type === 'AnonymizedConversation';
  const holder = assignee(conversation);
  const isConflict = claim.error !== null && 'code' in claim.error && claim.error.code === 'conflict';
  const name = (author: string) =>
    author === me ? 'You' : author === conversation.requesterId ? 'Customer' : 'Colleague';
  return (
    <main className="panel" aria-label={`Conversation ${id}`}>
      <header>
        <h1>{titleOf(conversation)}</h1>
        <p className="line">
          <Badge kind={conversation.state ?? ''}>{stateName(conversation.state)}</Badge>
          <Badge kind="channel">{channelName(conversation.channel)}</Badge>
          <span className="hint">#{id}</span>
          <span className="who">{holder ? (holder === me ? 'Yours' : 'A colleague’s') : 'Nobody’s'}</span>
          {!isClosed && holder !== me && !isConflict && (
            <button type="button" disabled={claim.isPending} onClick={() => claim.mutate(false)}>
              Claim
            </button>
          )}
        </p>
        {claim.isError && <Notice error={claim.error} onClose={claim.reset} />}
        {isConflict && (
          <p className="row">
            <button type="button" disabled={claim.isPending} onClick={() => claim.mutate(true)}>
              Take it over all the same
            </button>
          </p>
        )}
        <ul className="chips" aria-label="Tags">
          {tags.data?.map((one) => (
            <li key={one.id} style={one.color ? { borderColor: one.color } : undefined}>
              {one.name}
              <button
                type="button"
                className="plain"
                aria-label={`Remove tag ${one.name}`}
                onClick={() => tag.mutate(() => dixa.untagConversation(id, one.id))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
        {!isAnonymized && (
          <AddField
            label="Add a tag"
            onSend={(text) => tag.mutateAsync(() => dixa.bulkTagConversation(id, { data: [{ name: text }] }))}
          />
        )}
        {tag.isError && <Notice error={tag.error} onClose={tag.reset} />}
        {trouble}
      </header>
      <Messages
        messages={messages.data ?? []}
        notes={notes.data ?? []}
        name={name}
        isOurs={(author) => author !== conversation.requesterId}
      />
      <p className="unseen" role="status">
        {live.announcement}
      </p>
      {!isAnonymized && <Composer id={id} send={send.mutateAsync} closed={isClosed} />}
    </main>
  );
}

/** What the options page can cure. */
const needsOptions = (error: Error) =>
  'code' in error && (error.code === 'unauthorized' || error.code === 'invalid_token');

export function OptionsButton() {
  return (
    <button type="button" onClick={() => chrome.runtime.openOptionsPage()}>
      Open the options
    </button>
  );
}
