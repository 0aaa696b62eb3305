// The list: all conversations, or what a search finds, filtered by state, channel and whose they are.

import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import type { Conversation } from 'dixa-conversations';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { dixa } from './dixa';
import type { Directory, Person } from './dixa';
import { Badge, Notice } from './parts';
import { channelName, snippet, stateName, time, titleOf } from './text';

export function Inbox({
  directory,
  me,
  chosen,
}: {
  directory: Directory;
  me: Person;
  chosen: number | undefined;
}) {
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const [state, setState] = useState('Open');
  const [channel, setChannel] = useState('');
  const [mine, setMine] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const search = useInfiniteQuery({
    queryKey: ['search', query],
    enabled: query !== '',
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      dixa.searchConversations({ query, pageLimit: 10, pageKey: pageParam }, { signal }),
    getNextPageParam: (page) => page.nextPageKey,
  });
  const hits = search.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = query === '' ? directory.conversations : hits.map((hit) => Number(hit.id));
  const results = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['conversation', id, 'head'],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        dixa.getConversation(id, { signal }) as Promise<Conversation>,
    })),
  });
  const all = results.flatMap(({ data }) => (data ? [data] : []));
  const failed = results.find(({ isError }) => isError)?.error;
  const channels = [...new Set(all.map((one) => one.channel))].sort();
  const shown = all
    .filter(
      (one) =>
        state === '' || one.state === state || (state === 'Pending' && one.state === 'AwaitingPending'),
    )
    .filter((one) => channel === '' || one.channel === channel)
    .filter((one) => !mine || assignee(one) === me.id)
    .sort((a, b) => (query === '' ? b.createdAt.localeCompare(a.createdAt) : 0));

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    links[links.findIndex((link) => link === document.activeElement) + step]?.focus();
  };
  return (
    <nav className="inbox" aria-label="Conversations">
      <form
        role="search"
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(typed.trim());
          if (typed.trim() !== '') setState('');
        }}
      >
        <input
          type="search"
          aria-label="Search"
          placeholder="Search"
          value={typed}
          onChange={(event) => (setTyped(event.target.value), event.target.value === '' && setQuery(''))}
        />
        <button>Search</button>
      </form>
      <div className="row filters">
        <select aria-label="State" value={state} onChange={(event) => setState(event.target.value)}>
          <option value="">All states</option>
          {['Open', 'Pending', 'Closed'].map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <select aria-label="Channel" value={channel} onChange={(event) => setChannel(event.target.value)}>
          <option value="">All channels</option>
          {channels.map((one) => (
            <option key={one} value={one}>
              {channelName(one)}
            </option>
          ))}
        </select>
        <label>
          <input type="checkbox" checked={mine} onChange={(event) => setMine(event.target.checked)} /> Mine
        </label>
      </div>
      {failed !== undefined && failed !== null && <Notice error={failed} />}
      {search.isError && <Notice error={search.error} />}
      <p className="hint" role="status">
        {results.some(({ isPending }) => isPending) || (query !== '' && search.isPending)
          ? 'Loading…'
          : `${shown.length} conversations`}
      </p>
      <ul ref={list} onKeyDown={move}>
        {shown.map((one) => {
          const hit = hits.find((found) => found.id === one.id);
          const user = directory.endUsers.find(({ id }) => id === one.requesterId);
          const agent = directory.agents.find(({ id }) => id === assignee(one));
          return (
            <li key={String(one.id)}>
              <a href={`#${one.id}`} aria-current={Number(one.id) === chosen ? 'true' : undefined}>
                <span className="line">
                  <strong>{user?.name ?? 'Unknown'}</strong>
                  <time dateTime={one.createdAt}>{time(one.createdAt)}</time>
                </span>
                <span className="title">{titleOf(one)}</span>
                {hit && query !== '' && (
                  <span className="snippet">
                    {snippet(Object.values(hit.highlights)[0]?.[0] ?? '').map((part, index) =>
                      part.marked ? <mark key={index}>{part.text}</mark> : part.text,
                    )}
                  </span>
                )}
                <span className="line">
                  <Badge kind={one.state ?? ''}>{stateName(one.state)}</Badge>
                  <Badge kind="channel">{channelName(one.channel)}</Badge>
                  <span className="who">{agent ? agent.name : 'Nobody'}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      {search.hasNextPage && query !== '' && (
        <button type="button" onClick={() => search.fetchNextPage()} disabled={search.isFetchingNextPage}>
          More results
        </button>
      )}
    </nav>
  );
}

/** Who has a conversation. */
export function assignee(conversation: Conversation) {
  return conversation._type !== 'Unknown' && 'assignment' in conversation
    ? conversation.assignment?.agentId
    : undefined;
}
