// What a team's own systems know, and Dixa is not asked for here: its people, queues, tags and attributes.

import { queryOptions } from '@tanstack/react-query';

export interface Person {
  id: string;
  name: string;
  email: string;
}

export interface Tag {
  id: string;
  name: string;
  color: string;
}

export interface Directory {
  agents: Person[];
  endUsers: Person[];
  queues: { id: string; name: string }[];
  tags: Tag[];
  customAttributes: { id: string; name: string; type: 'Text' | 'Select' }[];
}

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Directory> => {
    const answer = await fetch('/directory.json', { signal });
    if (!answer.ok) throw new Error(`the directory could not be read (${answer.status})`);
    return answer.json();
  },
});

/** The name that an id stands for. */
export const nameOf = (list: { id: string; name: string }[], id: string | undefined) =>
  list.find((one) => one.id === id)?.name;
