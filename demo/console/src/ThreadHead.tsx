// The head of a conversation: what it is, and what can be done with it as a whole.

import { ConflictError } from 'dixa-conversations';
import type { Conversation } from 'dixa-conversations';
import { useChange } from './changes';
import { nameOf } from './directory';
import type { Directory, Person } from './directory';
import { dixa } from './dixa';
import { focus } from './keys';
import { Badge, Notice } from './parts';
import { assignee, channelName, stateName, titleOf } from './text';

export function ThreadHead({
  id,
  conversation,
  directory,
  me,
}: {
  id: number;
  conversation: Conversation;
  directory: Directory;
  me: Person;
}) {
  const act = useChange(id, 'act', (run: () => Promise<unknown>) => run());
  const isClosed = conversation.state === 'Closed';
  const isAnonymized = conversation._type === 'AnonymizedConversation';
  const holder = assignee(conversation);
  const userId = me.id;
  const claim = (force: boolean) => act.mutate(() => dixa.claimConversation(id, { agentId: userId, force }));
  // A button stays where it is when it has done its work: the focus stays on it.
  return (
    <header>
      <a href="#" className="back">
        ← Inbox
      </a>
      <h2>{titleOf(conversation)}</h2>
      <p className="line">
        <Badge kind={conversation.state ?? ''}>{stateName(conversation.state)}</Badge>
        <Badge kind="channel">{channelName(conversation.channel)}</Badge>
        <span>
          {nameOf(directory.endUsers, conversation.requesterId) ?? 'Unknown'} · #{String(conversation.id)}
        </span>
      </p>
      {!isAnonymized && (
        <div className="row actions">
          <button
            type="button"
            aria-disabled={holder === userId || isClosed}
            onClick={() => holder !== userId && !isClosed && claim(false)}
          >
            {holder === userId ? 'Yours' : 'Claim'}
          </button>
          <button
            type="button"
            onClick={() =>
              act.mutate(() =>
                isClosed ? dixa.reopenConversation(id, { userId }) : dixa.closeConversation(id, { userId }),
              )
            }
          >
            {isClosed ? 'Reopen' : 'Close'}
          </button>
          {isClosed ? (
            <button
              type="button"
              className="danger"
              onClick={() => {
                if (confirm('Remove all personal data of this conversation? This cannot be undone.'))
                  act.mutate(() => dixa.anonymizeConversation(id));
              }}
            >
              Anonymize
            </button>
          ) : (
            <select
              aria-label="Transfer to queue"
              value=""
              onChange={({ target: { value } }) =>
                act.mutate(() => dixa.transferConversation(id, { queueId: value, userId }))
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
        </div>
      )}
      {act.isError && (
        <div className="over">
          <Notice error={act.error} isChange onRetry={() => act.mutate(act.variables)} onClose={act.reset} />
          {act.error instanceof ConflictError && (
            <button
              type="button"
              onClick={() => {
                focus('.actions button');
                claim(true);
              }}
            >
              Take it over from {nameOf(directory.agents, holder) ?? 'whoever has it'}
            </button>
          )}
        </div>
      )}
    </header>
  );
}
