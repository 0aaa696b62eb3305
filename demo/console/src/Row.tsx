// One conversation in the list. A search gives ids only; each row reads its own, and opening it finds it read.

import { useQuery } from '@tanstack/react-query';
import type { ConversationSearchWithFiltersHit } from 'dixa-conversations';
import type { Directory } from './directory';
import { nameOf } from './directory';
import { Badge, Bars } from './parts';
import { headQuery } from './queries';
import { assignee, channelName, snippet, stateName, time, titleOf } from './text';

/** As tall as a row. */
export const RowBars = () => (
  <li>
    <Bars widths={[60, 90, 40]} />
  </li>
);

export function Row({
  hit,
  isFound,
  directory,
  chosen,
}: {
  hit: ConversationSearchWithFiltersHit;
  isFound: boolean;
  directory: Directory;
  chosen: number | undefined;
}) {
  const id = Number(hit.id);
  const { data: one, isError } = useQuery(headQuery(id));
  const found = Object.values(hit.highlights)[0]?.[0];
  return (
    <li>
      <a href={`#${id}`} aria-current={id === chosen ? 'true' : undefined}>
        {one ? (
          <>
            <span className="line">
              <strong>{nameOf(directory.endUsers, one.requesterId) ?? 'Unknown'}</strong>
              <time dateTime={one.createdAt}>{time(one.createdAt)}</time>
            </span>
            <span className="title">{titleOf(one)}</span>
            <span className="line">
              <Badge kind={one.state ?? ''}>{stateName(one.state)}</Badge>
              <Badge kind="channel">{channelName(one.channel)}</Badge>
              <span className="who">{nameOf(directory.agents, assignee(one)) ?? 'Nobody'}</span>
            </span>
          </>
        ) : (
          <>
            {/* A key of its own: it must not become the first line. */}
            <span key="unseen" className="unseen">
              Conversation {id}
            </span>
            {isError ? <span className="title">It could not be read.</span> : <Bars widths={[60, 90, 40]} />}
          </>
        )}
        {isFound && (
          <span className="snippet">
            {snippet(found ?? '').map((part, index) =>
              part.marked ? <mark key={index}>{part.text}</mark> : part.text,
            )}
          </span>
        )}
      </a>
    </li>
  );
}
