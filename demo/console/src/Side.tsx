// What is known about a conversation beside what was said. It is shown when all of it is there: nothing jumps.

import { useQuery } from '@tanstack/react-query';
import type { Conversation } from 'dixa-conversations';
import { Attributes } from './Attributes';
import { nameOf } from './directory';
import type { Directory } from './directory';
import { Badge, Bars, Notice, Section } from './parts';
import { linkedQuery, logQuery, ratingsQuery, tagsQuery } from './queries';
import { Tags } from './Tags';
import { assignee, stateName, time, titleOf, words } from './text';

export function Side({
  id,
  conversation,
  directory,
}: {
  id: number;
  conversation: Conversation;
  directory: Directory;
}) {
  const tags = useQuery(tagsQuery(id));
  const linked = useQuery(linkedQuery(id));
  const ratings = useQuery(ratingsQuery(id));
  const log = useQuery(logQuery(id));
  const reads = [tags, linked, ratings, log];
  const failed = reads.find(({ isError, data }) => isError && !data);
  const queue =
    conversation._type !== 'Unknown' && 'queue' in conversation ? conversation.queue?.id : undefined;
  if (reads.some(({ isPending }) => isPending)) {
    return (
      <section className="side" aria-label="Details" aria-busy="true">
        <Bars widths={[40, 70, 60, 70, 40, 90, 40, 80, 80]} />
      </section>
    );
  }
  return (
    <section className="side" aria-label="Details">
      {failed && <Notice error={failed.error} onRetry={() => void failed.refetch()} />}
      <Section title="Details">
        <dl>
          <dt>Agent</dt>
          <dd>{nameOf(directory.agents, assignee(conversation)) ?? 'Nobody'}</dd>
          <dt>Queue</dt>
          <dd>{nameOf(directory.queues, queue) ?? '–'}</dd>
          <dt>Since</dt>
          <dd>{time(conversation.createdAt)}</dd>
        </dl>
      </Section>
      <Section title="Tags">
        <Tags id={id} read={tags.data ?? []} known={directory.tags} />
      </Section>
      <Section title="Attributes">
        <Attributes id={id} conversation={conversation} directory={directory} />
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
          {log.data?.map((entry) => (
            <li key={entry.id}>
              <span>{words(entry._type)}</span>
              <span className="hint">
                {entry.author?.name ?? 'Dixa'} · {time(entry.activityTimestamp)}
              </span>
            </li>
          ))}
        </ol>
      </Section>
    </section>
  );
}
