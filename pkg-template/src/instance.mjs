// @ts-check
// One instance of the module, and its end. A panic traps and leaves the instance's memory in the midst of
// something; from then on nothing enters it any more.

import { InternalError } from './errors.mjs';
import { createGlue } from './glue.mjs';

/** @typedef {{ panicked(cause: unknown): void }} Call */

/** What is returned from a dead instance: the glue reads results, and whether there is an error, from places. */
const NOTHING = {};

/**
 * @param {unknown} cause
 * @param {object} facts
 */
export function panic(cause, facts) {
  const message =
    'a fault inside dixa-conversations; please report it. The next call works on a fresh instance';
  return new InternalError(
    message,
    { code: 'panic', outcome: 'unknown', retryable: false, ...facts },
    { cause },
  );
}

export class Instance {
  dead = false;
  /** How many exports are being run: one may call JavaScript, which calls another. */
  #depth = 0;
  /** @type {Set<Call>} */
  #calls = new Set();

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.exports = createGlue((exports) => this.#guarded(exports))(module);
  }

  /**
   * A call begins; should the instance end before the call has `ended`, it is told.
   * @param {Call} call
   */
  began(call) {
    this.#calls.add(call);
  }

  /** @param {Call} call */
  ended(call) {
    this.#calls.delete(call);
  }

  /**
   * What the module exports, each function such that a trap ends the instance instead of going on into
   * whoever called: a timer, a microtask, a promise's reaction.
   * @param {Record<string, unknown>} exports
   */
  #guarded(exports) {
    const guard = (/** @type {Function} */ run) => {
      return (/** @type {unknown[]} */ ...given) => {
        if (this.dead) return NOTHING;
        this.#depth++;
        try {
          return run(...given);
        } catch (cause) {
          if (this.#depth > 1) throw cause;
          this.#end(cause);
          return NOTHING;
        } finally {
          this.#depth--;
        }
      };
    };
    return Object.fromEntries(
      Object.entries(exports).map(([name, value]) => [
        name,
        typeof value === 'function' ? guard(value) : value,
      ]),
    );
  }

  /** @param {unknown} cause */
  #end(cause) {
    this.dead = true;
    this.#calls.forEach((call) => call.panicked(cause));
    this.#calls.clear();
  }
}
