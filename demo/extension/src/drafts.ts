// What is written in each conversation, and how its sending goes. Not state of a component: all of it is there when
// one comes back, whatever became of it meanwhile, and known before the next key is pressed.

import { useSyncExternalStore } from 'react';

/** What was written, and for whom. */
export interface Written {
  kind: 'reply' | 'note';
  text: string;
}

export interface Draft extends Written {
  isSending: boolean;
  /** Why it could not be sent. */
  error?: Error | undefined;
}

const EMPTY: Draft = { kind: 'reply', text: '', isSending: false };
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

export const draftOf = (id: string) => drafts.get(id) ?? EMPTY;

export function changeDraft(id: string, part: Partial<Draft>) {
  drafts.set(id, { ...draftOf(id), ...part });
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

export const useDraft = (id: string) => useSyncExternalStore(subscribe, () => draftOf(id));
