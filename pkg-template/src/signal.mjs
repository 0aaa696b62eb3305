// @ts-check
// The caller's signal. Many calls may share one, and Node warns of its eleventh listener: it gets one for all.

import { quietly } from './quietly.mjs';

/** @type {WeakMap<AbortSignal, { tells: Set<() => void>, all: () => void }>} */
const heard = new WeakMap();

/**
 * Calls `tell` when the signal aborts, or at once when it has.
 * @param {AbortSignal} signal
 * @param {() => void} tell a function of this listener alone
 * @returns {() => void} ends it; nothing is left on the signal after the last
 */
export function onAbort(signal, tell) {
  if (signal.aborted) {
    tell();
    return () => {};
  }
  let known = heard.get(signal);
  if (!known) {
    const tells = new Set();
    known = { tells, all: () => [...tells].forEach((tell) => quietly(tell)) };
    heard.set(signal, known);
  }
  const { tells, all } = known;
  if (tells.size === 0) signal.addEventListener('abort', all);
  tells.add(tell);
  return () => {
    if (tells.delete(tell) && tells.size === 0) signal.removeEventListener('abort', all);
  };
}
