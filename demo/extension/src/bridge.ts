// The bridge between panel and service worker: the client's methods, asked for by message. The README shows it.

import type { DixaError } from 'dixa-conversations';
import { OPERATIONS, type Bridge, type Call, type Operation } from './operations.js';

/** In the service worker: the extension's own pages may call what is listed; nobody else is answered. */
export function answer(dixa: () => Record<Operation, (...inputs: never[]) => Promise<unknown>>) {
  // As plain data, with what is not enumerable and yet wanted. No token is in an error.
  const facts = ({ name, message, body, ...rest }: DixaError) => ({ ...rest, name, message, body });
  chrome.runtime.onMessage.addListener(({ operation, inputs }: Call, sender, respond) => {
    if (sender.origin !== location.origin || !OPERATIONS.includes(operation)) return false;
    const call = dixa()[operation](...inputs);
    call.then((value) => respond({ value })).catch((error) => respond({ error: facts(error) }));
    return true; // it is answered later
  });
}

/** In the panel: the same methods. If the worker is stopped meanwhile, nobody can tell what became of the call. */
async function ask(operation: Operation, inputs: unknown[]) {
  const retryable = /^(get|list)/.test(operation); // what only reads
  const lost = { error: { code: 'worker_stopped', outcome: 'unknown', retryable, message: 'No answer.' } };
  const sent = chrome.runtime.sendMessage({ operation, inputs }).catch(() => lost);
  const late = new Promise<typeof lost>((resolve) => setTimeout(resolve, 120_000, lost));
  // A worker that ends before it has looked at the message answers `undefined`.
  const { value, error } = (await Promise.race([sent, late])) ?? lost;
  if (error) throw Object.assign(new Error(), error);
  return value;
}
const methods = OPERATIONS.map((name) => [name, (...inputs: unknown[]) => ask(name, inputs)] as const);
export const dixa = Object.fromEntries(methods) as unknown as Bridge;
