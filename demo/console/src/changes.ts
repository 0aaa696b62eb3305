// How the page changes what Dixa holds.

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { isDixaError } from 'dixa-conversations';
import type { Tag } from 'dixa-conversations';
import { dixa } from './dixa';
import { draftOf, putBack, setDraft, useDraft, without } from './drafts';
import type { Sent } from './drafts';
import { conversationKey, searchKey, tagsQuery } from './queries';

/**
 * A change of a conversation. All that hangs on it is read anew, whether it succeeded or not: who does not know
 * whether something happened sees it. `mutate(error.variables)` tries again.
 */
export function useChange<T>(id: number, name: string, change: (input: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: [...conversationKey(id), name],
    mutationFn: change,
    // A change is pending until it can be seen, so that what stands for it meanwhile makes room for it.
    onSettled: () => readAnew(queries, id),
  });
}

/** Waits for what hangs on the conversation; the lists come in their time. */
function readAnew(queries: QueryClient, id: number) {
  void readLists(queries);
  return queries.invalidateQueries({ queryKey: conversationKey(id) });
}

/** After what is being read of them: that may be the next page, which would be lost. */
async function readLists(queries: QueryClient) {
  const underWay = { queryKey: searchKey, type: 'active', fetchStatus: 'fetching' } as const;
  while (queries.isFetching(underWay) > 0) await queries.refetchQueries(underWay, { cancelRefetch: false });
  await queries.invalidateQueries({ queryKey: searchKey });
}

/**
 * Sends replies and notes in the order in which they were written. What is not sent goes back to the drafts; `failures`
 * are those of what is there now, whatever was sent since.
 */
export function useSending(id: number) {
  const queries = useQueryClient();
  const mutationKey = sendingKey(id);
  const { failed } = useDraft(id);
  const failures = useMutationState({
    filters: { mutationKey, status: 'error' },
    select: (mutation) => mutation,
  }).filter(({ state }) => (state.variables as Sent).externalId === failed?.externalId);
  const dismiss = () => failures.forEach((one) => queries.getMutationCache().remove(one));
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join() },
    mutationFn: (sent: Sent) => send(id, sent),
    onMutate: (sent) => {
      const rest = without(draftOf(id), sent);
      if (rest) setDraft(id, rest);
    },
    onError: (_error, sent) => putBack(id, sent),
    onSettled: () => readAnew(queries, id),
  });
  return { mutate, error: failures.at(-1)?.state.error, dismiss };
}

export const sendingKey = (id: number) => [...conversationKey(id), 'send'];

async function send(id: number, { kind, text, files, agentId, externalId }: Sent) {
  if (kind === 'note') return dixa.addInternalNote(id, { message: text, agentId });
  try {
    return await dixa.addMessage(id, {
      _type: 'Outbound',
      agentId,
      externalId,
      content: { _type: 'Text', value: text },
      ...(files.length > 0 && { attachments: files }),
    });
  } catch (error) {
    // It is there already: an attempt of before had arrived.
    if (isDixaError(error) && error.code === 'duplicate_external_id') return;
    throw error;
  }
}

export interface TagChange {
  tag: Pick<Tag, 'id' | 'name' | 'color'>;
  isOn: boolean;
}

/**
 * Puts a tag on or takes it off, one after the other. What is shown meanwhile: `useTags`.
 */
export function useTagging(id: number) {
  const queries = useQueryClient();
  const { queryKey } = tagsQuery(id);
  const mutationKey = taggingKey(id);
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join() },
    mutationFn: ({ tag, isOn }: TagChange) =>
      isOn ? dixa.tagConversation(id, tag.id) : dixa.untagConversation(id, tag.id),
    onSuccess: async (_nothing, change) => {
      await queries.cancelQueries({ queryKey }); // it may have been read before
      queries.setQueryData(queryKey, (tags) => tags && changed(tags, change));
    },
    onSettled: () => {
      // The last of those that wait reads for all of them.
      if (queries.isMutating({ mutationKey }) === 1) return readAnew(queries, id);
    },
  });
}

/**
 * The tags as they will be: those that were read, and the changes on their way. So they are seen at once, and no longer
 * when Dixa refuses, whatever is read meanwhile.
 */
export function useTags(id: number, tags: Tag[]) {
  const changes = useMutationState({
    filters: { mutationKey: taggingKey(id), status: 'pending' },
    select: ({ state }) => state.variables as TagChange,
  });
  return changes.reduce(changed, tags);
}

const taggingKey = (id: number) => [...conversationKey(id), 'tagging'];

function changed(tags: Tag[], { tag, isOn }: TagChange): Tag[] {
  if (!isOn) return tags.filter((one) => one.id !== tag.id);
  return tags.some((one) => one.id === tag.id) ? tags : [...tags, { ...tag, state: 'Active' }];
}
