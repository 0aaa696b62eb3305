// What is known about a conversation beside what was said.

import { useQuery } from '@tanstack/react-query';
import type { Conversation } from 'dixa-conversations';
import { dixa, useChange } from './dixa';
import type { Directory } from './dixa';
import { assignee } from './Inbox';
import { Badge, Notice, OneField, Section } from './parts';
import { stateName, time, titleOf, words } from './text';

export function Side({
  id,
  conversation,
  directory,
}: {
  id: number;
  conversation: Conversation;
  directory: Directory;
}) {
  const key = (part: string) => ['conversation', id, part];
  const tags = useQuery({ queryKey: key('tags'), queryFn: ({ signal }) => dixa.listTags(id, { signal }) });
  const linked = useQuery({
    queryKey: key('linked'),
    queryFn: ({ signal }) => dixa.listLinkedConversations(id, { signal }),
  });
  const log = useQuery({
    queryKey: key('log'),
    queryFn: ({ signal }) => dixa.listActivityLog(id, { signal }),
  });
  const ratings = useQuery({
    queryKey: key('ratings'),
    queryFn: ({ signal }) => dixa.listRating(id, { signal }),
  });
  const change = useChange(id, (run: () => Promise<unknown>) => run());
  const error = change.error ?? tags.error ?? linked.error ?? log.error ?? ratings.error;
  const queue =
    conversation._type !== 'Unknown' && 'queue' in conversation ? conversation.queue?.id : undefined;
  const named = (list: { id: string; name: string }[], wanted: string | undefined) =>
    list.find((one) => one.id === wanted)?.name;
  const free = directory.tags.filter((tag) => !tags.data?.some((put) => put.id === tag.id));
  const values = new Map(conversation.customAttributes.map((attribute) => [attribute.id, attribute.value]));
  return (
    <aside className="side" aria-label="Details">
      {error && <Notice error={error} onClose={change.isError ? change.reset : undefined} />}
      <Section title="Details">
        <dl>
          <dt>Agent</dt>
          <dd>{named(directory.agents, assignee(conversation)) ?? 'Nobody'}</dd>
          <dt>Queue</dt>
          <dd>{named(directory.queues, queue) ?? '–'}</dd>
          <dt>Since</dt>
          <dd>{time(conversation.createdAt)}</dd>
        </dl>
      </Section>
      <Section title="Tags">
        <ul className="chips">
          {tags.data?.map((tag) => (
            <li key={tag.id} style={tag.color ? { borderColor: tag.color } : undefined}>
              {tag.name}
              <button
                type="button"
                className="plain"
                aria-label={`Remove tag ${tag.name}`}
                onClick={() => change.mutate(() => dixa.untagConversation(id, tag.id))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
        <select
          aria-label="Add tag"
          value=""
          onChange={({ target: { value } }) => change.mutate(() => dixa.tagConversation(id, value))}
        >
          <option value="">Add a tag…</option>
          {free.map((tag) => (
            <option key={tag.id} value={tag.id}>
              {tag.name}
            </option>
          ))}
        </select>
      </Section>
      <Section title="Attributes">
        <dl>
          {directory.customAttributes.map((attribute) => {
            const value = values.get(attribute.id);
            const set = (next: string | null) =>
              change.mutateAsync(() =>
                dixa.patchCustomAttributes(id, {
                  [attribute.id]:
                    next === null || attribute.type === 'Text'
                      ? next
                      : next.split('/').map((part) => part.trim()),
                }),
              );
            return (
              <div key={attribute.id}>
                <dt>{attribute.name}</dt>
                <dd>
                  {value === undefined ? (
                    <OneField label={attribute.name} button="Set" onSend={set} />
                  ) : (
                    <span className="row">
                      {Array.isArray(value) ? value.join(' / ') : value}
                      <button
                        type="button"
                        className="plain"
                        aria-label={`Clear ${attribute.name}`}
                        onClick={() => void set(null).catch(() => undefined)}
                      >
                        ✕
                      </button>
                    </span>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      </Section>
      <Section title="Linked conversations">
        {linked.data?.length === 0 && <p className="hint">None</p>}
        <ul>
          {linked.data?.map((one) => (
            <li key={String(one.id)}>
              <a href={`#${one.id}`}>{titleOf(one)}</a>{' '}
              <Badge kind={one.state ?? ''}>{stateName(one.state)}</Badge>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Rating">
        {ratings.data?.length === 0 && <p className="hint">Not rated</p>}
        {ratings.data?.map((rating) => (
          <p key={rating.id}>
            <strong>
              {rating.ratingType} {rating.ratingScore}
            </strong>{' '}
            {rating.ratingComment}
          </p>
        ))}
      </Section>
      <Section title="Activity">
        <ol className="log">
          {log.data
            ?.slice()
            .reverse()
            .map((entry) => (
              <li key={entry.id}>
                <span>{words(entry._type)}</span>
                <span className="hint">
                  {entry.author?.name ?? 'Dixa'} · {time(entry.activityTimestamp)}
                </span>
              </li>
            ))}
        </ol>
      </Section>
    </aside>
  );
}
