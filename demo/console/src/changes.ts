// How the page changes what Dixa holds.

import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { MutationState, QueryClient } from '@tanstack/react-query';
import { isDixaError } from 'dixa-conversations';
import type { Tag } from 'dixa-conversations';
import { dixa } from './dixa';
import { again, draftOf, EMPTY, setDraft, useDraft } from './drafts';
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
 * Sends what was typed, one after the other: a draft stays a draft until it is there, so that nothing that was written
 * since is mixed with it, whatever becomes of it.
 */
export function useSending(id: number) {
  const queries = useQueryClient();
  const mutationKey = sendingKey(id);
  const draft = useDraft(id);
  const last = useMutationState({ filters: { mutationKey }, select: ({ state }) => state }).findLast(
    (state) => keyOf(state) === draft.sent?.externalId,
  );
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: (sent: Sent) => post(id, sent),
    onSuccess: (_created, sent) => setDraft(id, { ...EMPTY, kind: sent.kind }),
    onSettled: () => readAnew(queries, id),
  });
  const all = (sent: Sent | undefined) =>
    queries
      .getMutationCache()
      .findAll({ mutationKey, predicate: ({ state }) => keyOf(state) === sent?.externalId });
  const send = (agentId: string) => {
    // As it is, not as it was drawn: whoever presses twice sends once.
    const now = draftOf(id);
    if (all(now.sent).some(({ state }) => state.status === 'pending')) return;
    const { sent: _before, ...written } = now;
    const sent = again(now) ?? { ...written, agentId, externalId: crypto.randomUUID() };
    setDraft(id, { ...written, sent });
    mutate(sent);
  };
  return {
    send,
    isSending: last?.status === 'pending',
    error: last?.error,
    dismiss: () => all(draft.sent).forEach((one) => queries.getMutationCache().remove(one)),
  };
}

const keyOf = ({ variables }: MutationState) => (variables as Sent | undefined)?.externalId;

export const sendingKey = (id: number) => [...conversationKey(id), 'send'];

async function post(id: number, { kind, text, files, agentId, externalId }: Sent) {
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
