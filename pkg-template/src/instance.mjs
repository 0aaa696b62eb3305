// @ts-check
// One instance of the module, and its end. A panic traps and leaves the instance's memory in the midst of
// something; from then on nothing enters it any more.

import { createGlue } from './glue.mjs';

/** What the calls under way are rejected with when their instance ends. */
export class Panic {
  /** @param {unknown} cause */
  constructor(cause) {
    this.cause = cause;
  }
}

/** What is returned from a dead instance: the glue reads results, and whether there is an error, from places. */
const NOTHING = {};

export class Instance {
  dead = false;
  /** How many exports are being run: one may call JavaScript, which calls another. */
  #depth = 0;
  /** @type {Set<(reason: unknown) => void>} */
  #calls = new Set();
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  #timers = new Set();
  /** @type {Set<AbortController>} */
  #controllers = new Set();

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    const [timers, controllers] = [this.#timers, this.#controllers];
    /** Each request has one, and aborts it when it ends (`src/host/context.rs`). */
    class Controller extends AbortController {
      constructor() {
        super();
        controllers.add(this);
      }

      abort() {
        controllers.delete(this);
        super.abort();
      }
    }
    const start = (/** @type {() => void} */ task, /** @type {number} */ ms) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        task();
      }, ms);
      timers.add(timer);
      return timer;
    };
    const clear = (/** @type {ReturnType<typeof setTimeout>} */ timer) => {
      timers.delete(timer);
      clearTimeout(timer);
    };
    this.exports = createGlue((exports) => this.#guarded(exports), start, clear, Controller)(module);
  }

  /**
   * Calls an export that returns a promise.
   * @param {(exports: Instance['exports']) => Promise<any>} use
   * @returns {Promise<any>}
   */
  call(use) {
    return new Promise((resolve, reject) => {
      const settle = (/** @type {(value: any) => void} */ end) => (/** @type {any} */ value) => {
        this.#calls.delete(reject);
        end(value);
      };
      this.#calls.add(reject);
      const promise = use(this.exports);
      // What a dead instance returns is no promise; the call is rejected by then.
      if (!this.dead) promise.then(settle(resolve), settle(reject));
    });
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
    this.#timers.forEach((timer) => clearTimeout(timer));
    for (const controller of this.#controllers) {
      try {
        controller.abort();
      } catch {
        // A worker refuses it for what another request started.
      }
    }
    this.#calls.forEach((reject) => reject(new Panic(cause)));
    for (const set of [this.#timers, this.#calls]) set.clear();
  }
}
