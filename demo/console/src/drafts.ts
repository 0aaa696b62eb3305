// What was typed and not sent. It outlives a change of conversation, a failure and a reload of the page.

import type { File } from 'dixa-conversations';
import { useMemo, useSyncExternalStore } from 'react';

interface Written {
  kind: 'reply' | 'note';
  text: string;
  files: File[];
}

export interface Draft extends Written {
  /** What was sent of it, and failed. */
  failed?: Sent;
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

/** What could not be sent goes back to where it was typed, before what was typed since. */
export function putBack(id: number, sent: Sent) {
  const { kind, text, files } = sent;
  const since = draftOf(id);
  const texts = [text, since.text].filter((one) => one !== '');
  setDraft(id, { kind, text: texts.join('\n'), files: [...files, ...since.files], failed: sent });
}

/** What is left of a draft without what it begins with, if that is what was sent. */
export function without({ kind, text, files }: Draft, sent: Sent): Draft | undefined {
  const begins =
    `${text}\n`.startsWith(`${sent.text}\n`) &&
    isSame({ ...sent, kind, files: files.slice(0, sent.files.length) }, sent);
  if (!begins) return undefined;
  return { kind, text: text.slice(sent.text.length + 1), files: files.slice(sent.files.length) };
}

export const isSame = (a: Written, b: Written) =>
  a.kind === b.kind && a.text === b.text && JSON.stringify(a.files) === JSON.stringify(b.files);

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

export function useDraft(id: number) {
  const kept = useSyncExternalStore(subscribe, () => sessionStorage.getItem(nameOf(id)));
  return useMemo(() => parse(kept), [kept]);
}
