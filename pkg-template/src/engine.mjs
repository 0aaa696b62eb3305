// @ts-check
// The wasm instance: made on the first call, thrown away after a panic. Calls share values here, never
// promises: a worker cancels what another request started.

import { InternalError, RuntimeUnsupportedError } from './errors.mjs';
import { Instance, Panic } from './instance.mjs';
import { getSource } from './source.mjs';

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Instance | undefined} */
let current;

/**
 * Calls an export of the module that returns a promise.
 * @param {(exports: Instance['exports']) => Promise<any>} use
 * @param {Record<string, unknown>} facts of the error, if the module panics
 * @returns {Promise<any>}
 */
export async function run(use, facts) {
  const instance = alive() ?? instantiate(compiled ?? (await compile(getSource())));
  try {
    return await instance.call(use);
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

function alive() {
  return current?.dead ? undefined : current;
}

/**
 * @param {WebAssembly.Module} module
 * @returns {Instance}
 */
function instantiate(module) {
  // While this call compiled, another one may have come first.
  const made = alive();
  if (made) return made;
  try {
    current = new Instance(module);
  } catch (cause) {
    throw unsupported(cause);
  }
  compiled = module;
  return current;
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
  if (alive()) return;
  let from = await source;
  if (typeof from === 'string' || from instanceof URL) from = await fetch(from);
  if (typeof Response !== 'undefined' && from instanceof Response) from = await from.arrayBuffer();
  instantiate(compiled ?? (await compile(from ?? getSource())));
}
