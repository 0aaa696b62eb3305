// @ts-check
// The wasm instance: made on the first call, thrown away after a panic. Calls share values here, never
// promises: a worker cancels what another request started.

import { createGlue } from './glue.mjs';
import { getSource } from './source.mjs';
import { InternalError, RuntimeUnsupportedError } from './errors.mjs';

/** @typedef {{ exports: ReturnType<ReturnType<typeof createGlue>>, pending: Set<(reason: unknown) => void>, dead: boolean }} Engine */

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Engine | undefined} */
let current;

/** What a panic rejects the calls under way with. */
class Panic {
  /** @param {unknown} cause */
  constructor(cause) {
    this.cause = cause;
  }
}

/**
 * Calls an export of the module that returns a promise.
 * @param {(exports: Engine['exports']) => Promise<any>} use
 * @param {Record<string, unknown>} facts of the error, if the module panics
 * @returns {Promise<any>}
 */
export async function run(use, facts) {
  const engine = current ?? instantiate(compiled ?? (await compile(getSource())));
  try {
    return await new Promise((resolve, reject) => {
      engine.pending.add(reject);
      const settle = (/** @type {(value: any) => void} */ end) => (/** @type {any} */ value) => {
        engine.pending.delete(reject);
        end(value);
      };
      guard(engine, () => use(engine.exports).then(settle(resolve), settle(reject)));
    });
  } catch (thrown) {
    if (!(thrown instanceof Panic)) throw thrown;
    const message =
      'a fault inside dixa-conversations; please report it. The next call works on a fresh instance';
    throw new InternalError(
      { message, code: 'panic', outcome: 'unknown', retryable: false, ...facts },
      { cause: thrown.cause },
    );
  }
}

/**
 * @param {Engine} engine
 * @param {() => void} task
 */
function guard(engine, task) {
  if (engine.dead) return;
  try {
    task();
  } catch (cause) {
    engine.dead = true;
    if (current === engine) current = undefined;
    for (const reject of engine.pending) reject(new Panic(cause));
    engine.pending.clear();
  }
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Engine}
 */
function instantiate(module) {
  if (current) return current;
  /** @type {Engine} */
  const engine = {
    exports: /** @type {any} */ (undefined),
    pending: new Set(),
    dead: false,
  };
  // The module's tasks run in here, so that a panic in one of them is caught.
  const glue = createGlue((/** @type {() => void} */ task) => queueMicrotask(() => guard(engine, task)));
  try {
    engine.exports = glue(module);
  } catch (cause) {
    throw unsupported(cause);
  }
  compiled = module;
  current = engine;
  return engine;
}

/**
 * @param {unknown} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source) {
  if (typeof WebAssembly === 'undefined') throw unsupported(undefined);
  // A module of another realm is no instance of this one's class.
  if (Object.prototype.toString.call(source) === '[object WebAssembly.Module]') {
    return /** @type {WebAssembly.Module} */ (source);
  }
  try {
    return new WebAssembly.Module(/** @type {BufferSource} */ (source));
  } catch (thrown) {
    // Older browsers compile on the main thread only what is tiny.
    if (!(thrown instanceof RangeError)) throw unsupported(thrown);
  }
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (source));
  } catch (cause) {
    throw unsupported(cause);
  }
}

/** @param {unknown} cause */
function unsupported(cause) {
  const text = cause instanceof Error ? cause.message : '';
  const cure = text.includes('embedder')
    ? "this runtime compiles no code: import the module, and hand it to preload(): import module from 'dixa-conversations/dixa_bg.wasm'; import { preload } from 'dixa-conversations/inline'; await preload(module)"
    : "allow it in the Content-Security-Policy with script-src 'self' 'wasm-unsafe-eval'";
  const message = `WebAssembly cannot run here; ${cure}`;
  return new RuntimeUnsupportedError(
    { message, code: 'wasm_blocked', outcome: 'not_sent', attempts: 0, retryable: false },
    { cause },
  );
}

/**
 * Loads the module now instead of at the first call.
 * @param {unknown} [source] a module, its bytes, a response or a URL; default: what is embedded
 */
export async function preload(source) {
  if (current) return;
  let from = await source;
  if (typeof from === 'string' || from instanceof URL) from = await fetch(from);
  if (typeof Response !== 'undefined' && from instanceof Response) from = await from.arrayBuffer();
  instantiate(compiled ?? (await compile(from ?? getSource())));
}
