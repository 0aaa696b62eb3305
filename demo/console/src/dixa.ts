// The client, the directory, and how the page reads and changes what Dixa holds.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ConversationsClient, isDixaError } from 'dixa-conversations';
import type { Outcome } from 'dixa-conversations';

/** No token here: the server behind the page adds it. The sandbox has no rate limit. */
export const dixa = new ConversationsClient({ baseUrl: '/dixa', rateLimit: false });

export interface Person {
  id: string;
  name: string;
  email: string;
}

/** What a team's own systems know: its people, queues and tags, and which conversations there are. */
export interface Directory {
  agents: Person[];
  endUsers: Person[];
  queues: { id: string; name: string }[];
  tags: { id: string; name: string; color: string }[];
  customAttributes: { id: string; name: string; type: 'Text' | 'Select' }[];
  conversations: number[];
}

export function useDirectory() {
  return useQuery({
    queryKey: ['directory'],
    queryFn: async (): Promise<Directory> => {
      const answer = await fetch('/directory.json');
      if (!answer.ok) throw new Error(`the directory could not be read (${answer.status})`);
      return answer.json();
    },
  });
}

/** A change; what hangs on the conversation is read anew, whether it succeeded or not. */
export function useChange<T>(conversationId: number, change: (input: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['conversation', conversationId] }),
  });
}

const OUTCOMES: Record<Outcome, string> = {
  not_sent: 'Nothing was sent.',
  rejected: 'Nothing was changed.',
  applied: 'It was done, but the answer could not be read.',
  unknown: 'It may or may not have been done; look before you try again.',
};

/** What went wrong, for a person. */
export function explain(error: unknown): { title: string; detail: string } {
  if (!isDixaError(error)) return { title: 'Something went wrong', detail: String(error) };
  const said =
    typeof error.body === 'object' && error.body && 'message' in error.body
      ? String(error.body.message)
      : undefined;
  const titles: Record<string, string> = {
    conflict: 'Somebody was faster',
    not_found: 'That is not there (any more)',
    unauthorized: 'The server behind this page has no valid token',
    rate_limited: 'Too many requests; give it a moment',
    invalid_request: 'That cannot be sent',
    timeout: 'Dixa took too long',
    connection_lost: 'The connection failed',
  };
  const title = titles[error.code] ?? said ?? 'Dixa refused';
  const detail = [title === said ? undefined : (said ?? error.message), OUTCOMES[error.outcome]];
  return { title, detail: detail.filter(Boolean).join(' · ') };
}
