// What was typed and is not there yet. It outlives a change of conversation, a failure and a reload of the page, also
// while it is on its way.

import type { File } from 'dixa-conversations';
import { useMemo, useSyncExternalStore } from 'react';

interface Written {
  kind: 'reply' | 'note';
  text: string;
  files: File[];
}

export interface Draft extends Written {
  /** What was sent of it last. */
  sent?: Sent;
}

export interface Sent extends Written {
  agentId: string;
  /** Dixa takes a message with an `externalId` once. It stays when a person tries again, so nothing is sent twice. */
  externalId: string;
}

export const EMPTY: Draft = { kind: 'reply', text: '', files: [] };

const listeners = new Set<() => void>();
const nameOf = (id: number) => `draft ${id}`;
const parse = (kept: string | null): Draft => (kept === null ? EMPTY : { ...EMPTY, ...JSON.parse(kept) });

export const draftOf = (id: number) => parse(sessionStorage.getItem(nameOf(id)));

export function setDraft(id: number, draft: Draft) {
  sessionStorage.setItem(nameOf(id), JSON.stringify(draft));
  for (const tell of listeners) tell();
}

/** What was sent, if the draft is the same again: it keeps its `externalId`, should the first attempt have arrived. */
export function again({ kind, text, files, sent }: Draft): Sent | undefined {
  const isSame =
    sent?.kind === kind && sent.text === text && JSON.stringify(sent.files) === JSON.stringify(files);
  return isSame ? sent : undefined;
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

export function useDraft(id: number) {
  const kept = useSyncExternalStore(subscribe, () => sessionStorage.getItem(nameOf(id)));
  return useMemo(() => parse(kept), [kept]);
}
