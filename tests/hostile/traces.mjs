// @ts-check
// Looks for the token, for ids and for customers' text wherever an error may be printed, logged or sent on.

import { inspect } from 'node:util';
import { CANARY, ID, TOKEN, UUID } from './cases.mjs';

const SECRETS = [CANARY, TOKEN, String(ID), UUID].map((text) => text.toLowerCase());

/** What of it a text holds. @param {string} text */
export function traces(text) {
  const lower = text.toLowerCase();
  return SECRETS.filter((secret) => lower.includes(secret));
}

/** @param {unknown} error every text that is made of an error somewhere @returns {Record<string, string>} */
export function texts(error) {
  const given = /** @type {any} */ (error);
  /** @type {Record<string, () => string>} */
  const ways = {
    message: () => given.message,
    stack: () => given.stack,
    String: () => String(given),
    'JSON.stringify': () => JSON.stringify(given),
    'JSON.stringify of all own': () => JSON.stringify(Object.getOwnPropertyDescriptors(given)),
    inspect: () => inspect(given, { showHidden: true, depth: Infinity }),
    'inspect of a holder': () => inspect({ error: given }, { showHidden: true, depth: Infinity }),
    'inspect, a method of its own not asked': () =>
      inspect(given, { showHidden: true, depth: Infinity, customInspect: false }),
    'inspect of a spread': () => inspect({ ...given }, { showHidden: true, depth: Infinity }),
    'Object.keys': () => Object.keys(given).join(),
    'for in': () => {
      const pairs = [];
      for (const key in given) pairs.push(key, String(given[key]));
      return pairs.join();
    },
    structuredClone: () => inspect(structuredClone(given), { showHidden: true, depth: Infinity }),
  };
  return Object.fromEntries(Object.entries(ways).map(([way, make]) => [way, make() ?? '']));
}

/** Where an error shows what it must not. @param {unknown} error */
export function leaks(error) {
  return Object.entries(texts(error)).flatMap(([way, text]) =>
    traces(text).map((secret) => `${way}: ${secret}`),
  );
}

/**
 * Listens to everything that a client tells, and to what is written to the console.
 */
export function listener() {
  /** @type {string[]} */
  const heard = [];
  const told = (/** @type {string} */ what) => (/** @type {unknown} */ event) =>
    void heard.push(`${what} ${inspect(event, { depth: Infinity })}`);
  const options = {
    logger: { debug: told('debug'), warn: told('warn') },
    onRequest: told('onRequest'),
    onResponse: told('onResponse'),
    onRetry: told('onRetry'),
  };
  /** While this runs, the console is heard. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const during = async (work) => {
    const originals = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
    const warned = (/** @type {Error} */ warning) => void heard.push(`warning ${inspect(warning)}`);
    process.on('warning', warned);
    for (const { stream, write } of originals) {
      stream.write = /** @type {typeof write} */ (
        (/** @type {any[]} */ ...given) => {
          heard.push(`written ${given[0]}`);
          return Reflect.apply(write, stream, given);
        }
      );
    }
    try {
      return await work();
    } finally {
      process.off('warning', warned);
      for (const { stream, write } of originals) stream.write = write;
    }
  };
  return { heard, options, during };
}
