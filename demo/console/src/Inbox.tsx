// The list: what a search with filters finds, page by page.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Directory } from './directory';
import { NOTHING, START } from './filters';
import { Search } from './Search';
import { focus, moveInList, useKeys } from './keys';
import { Notice } from './parts';
import { searchQuery } from './queries';
import { Row, RowBars } from './Row';

const MORE = '.inbox > button';

export function Inbox({ directory, chosen }: { directory: Directory; chosen: number | undefined }) {
  const [filters, setFilters] = useState(START);
  const search = useInfiniteQuery(searchQuery(filters));
  // Conversations move while one pages: what is on two pages is shown once.
  const hits = new Map(search.data?.pages.flatMap(({ items }) => items).map((hit) => [Number(hit.id), hit]));
  useKeys({
    '/': () => focus('.inbox input[type=search]'),
    j: () => moveInList(1),
    k: () => moveInList(-1),
  });
  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    moveInList(event.key === 'ArrowDown' ? 1 : -1);
  };
  // The button may go with the last page: whoever still has the focus there goes on to what is new.
  const shown = useRef<number>(undefined);
  useEffect(() => {
    if (search.isFetchingNextPage || shown.current === undefined) return;
    const isLeft = document.activeElement !== document.body && !document.activeElement?.matches(MORE);
    if (!isLeft && !search.isFetchNextPageError)
      focus(`.inbox > ul > li:nth-child(${shown.current + 1}) a`, '.inbox > ul > li:last-child a');
    shown.current = undefined;
  }, [search.isFetchingNextPage, search.isFetchNextPageError]);
  const showMore = () => {
    shown.current = hits.size;
    // It takes the place of what was being read anew.
    const readAnew = search.isRefetching ? search.refetch : undefined;
    void search.fetchNextPage().then(() => readAnew?.());
  };
  const isFound = filters.text !== '';
  return (
    <nav className="inbox" aria-label="Conversations">
      <Search directory={directory} filters={filters} onChange={setFilters} />
      <p className="hint" role="status">
        {search.data ? count(hits.size, search.hasNextPage) : search.isPending && 'Loading…'}
        {search.isRefetchError && ', not brought up to date'}
      </p>
      {search.isError && !search.data && (
        <Notice error={search.error} onRetry={() => void search.refetch()} />
      )}
      <ul onKeyDown={arrows} aria-busy={search.isPending || search.isPlaceholderData}>
        {search.isPending && Array.from({ length: 8 }, (_, index) => <RowBars key={index} />)}
        {[...hits.values()].map((hit) => (
          <Row key={String(hit.id)} hit={hit} isFound={isFound} directory={directory} chosen={chosen} />
        ))}
      </ul>
      {search.data && hits.size === 0 && (
        <div className="empty">
          <p>No conversation is like that.</p>
          <button
            type="button"
            onClick={() => {
              focus('.inbox input[type=search]');
              setFilters({ ...NOTHING, text: filters.text });
            }}
          >
            Search without filters
          </button>
        </div>
      )}
      {search.hasNextPage && (
        <button type="button" onClick={showMore} aria-disabled={search.isFetchingNextPage}>
          {search.isFetchingNextPage ? 'Loading…' : 'Show more'}
        </button>
      )}
    </nav>
  );
}

const count = (shown: number, hasMore: boolean) =>
  hasMore ? `The first ${shown} conversations` : shown === 1 ? '1 conversation' : `${shown} conversations`;
