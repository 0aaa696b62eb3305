// What is read, and the key that each answer is kept under. All of a conversation hangs on one key, so that a
// change can have all of it read anew. TanStack Query aborts what nobody waits for any more: the client takes its
// signal as it is.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { dixa } from './dixa';
import { parameters } from './filters';
import type { Filters } from './filters';

export const conversationKey = (id: number) => ['conversation', id] as const;
export const searchKey = ['search'] as const;

export const headQuery = (id: number) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'head'],
    queryFn: ({ signal }) => dixa.getConversation(id, { signal }),
  });

export const messagesQuery = (id: number) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'messages'],
    queryFn: ({ signal }) => dixa.listMessages(id, { signal }),
  });

export const notesQuery = (id: number) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'notes'],
    queryFn: ({ signal }) => dixa.listInternalNotes(id, { signal }),
  });

export const tagsQuery = (id: number) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'tags'],
    queryFn: ({ signal }) => dixa.listTags(id, { signal }),
  });

export const linkedQuery = (id: number) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'linked'],
    queryFn: ({ signal }) => dixa.listLinkedConversations(id, { signal }),
  });

export const ratingsQuery = (id: number) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'ratings'],
    queryFn: ({ signal }) => dixa.listRatings(id, { signal }),
  });

export const logQuery = (id: number) =>
  queryOptions({
    queryKey: [...conversationKey(id), 'log'],
    queryFn: ({ signal }) => dixa.listActivityLog(id, { signal }),
  });

/** A page of a search leads to the next by its key, which is all that TanStack Query has to carry. */
export const searchQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: [...searchKey, filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      dixa.searchConversationsWithFilters(
        parameters(filters),
        { pageLimit: 20, pageKey: pageParam },
        { signal },
      ),
    getNextPageParam: (page) => page.nextPageKey,
    // The last result stays until the new one is there: nothing jumps while somebody types.
    placeholderData: keepPreviousData,
    // Not while the page is hidden.
    refetchInterval: 30_000,
  });
