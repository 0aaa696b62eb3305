// Whether Dixa can be reached: what the browser knows, and what the client saw last.

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isAnswering = true;

/** Told by the client's hooks; see `dixa.ts`. */
export function sawAnswer(answered: boolean) {
  if (isAnswering === answered) return;
  isAnswering = answered;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    listeners.delete(tell);
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}

export type Connection = 'good' | 'lost' | 'offline';

const current = (): Connection => (!navigator.onLine ? 'offline' : isAnswering ? 'good' : 'lost');

export const useConnection = () => useSyncExternalStore(subscribe, current);
