// How the page changes what Dixa holds.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isDixaError } from 'dixa-conversations';
import type { Tag } from 'dixa-conversations';
import { dixa } from './dixa';
import type { Draft } from './drafts';
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
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: searchKey });
      // A change is pending until it can be seen, so that what stands for it meanwhile makes room for it.
      return queries.invalidateQueries({ queryKey: conversationKey(id) });
    },
  });
}

export interface Sent extends Draft {
  agentId: string;
  /** Dixa takes a message with an `externalId` once. It stays when a person tries again, so nothing is sent twice. */
  externalId: string;
}

/** Sends a reply or writes a note. */
export async function send(id: number, { kind, text, files, agentId, externalId }: Sent) {
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

/** Puts a tag on or takes it off: at once to the eye, and back when Dixa refuses. One after the other. */
export function useTagging(id: number) {
  const queries = useQueryClient();
  const { queryKey } = tagsQuery(id);
  const mutationKey = [...conversationKey(id), 'tagging'];
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join() },
    mutationFn: ({ tag, isOn }: TagChange) =>
      isOn ? dixa.tagConversation(id, tag.id) : dixa.untagConversation(id, tag.id),
    onMutate: async ({ tag, isOn }) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData(queryKey);
      const others = before?.filter((one) => one.id !== tag.id) ?? [];
      queries.setQueryData(queryKey, isOn ? [...others, { ...tag, state: 'Active' }] : others);
      return { before };
    },
    onError: (_error, _change, context) => queries.setQueryData(queryKey, context?.before),
    onSettled: () => {
      // What is read while another change waits would take that one back.
      if (queries.isMutating({ mutationKey }) > 1) return;
      void queries.invalidateQueries({ queryKey: searchKey });
      return queries.invalidateQueries({ queryKey: conversationKey(id) });
    },
  });
}
