// How the panel changes what Dixa holds. The console has its own: it sends by a client, and this by the bridge.

import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change; what hangs on the conversation is read anew, whether it succeeded or not. */
export function useChange<T>(conversationId: string, change: (input: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['conversation', conversationId] }),
  });
}
