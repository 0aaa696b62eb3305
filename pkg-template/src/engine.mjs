// @ts-check
// The wasm instance: made on the first call, thrown away after a panic. Calls share values here, never
// promises: a worker cancels what another request started.

import { RuntimeUnsupportedError } from './errors.mjs';
import { Instance, panic } from './instance.mjs';
import { getSource } from './source.mjs';

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Instance | undefined} */
let current;

/**
 * The instance to call.
 * @param {object} facts of the error, if there can be none
 */
export function loaded(facts) {
  return alive() ?? instantiate(compiled ?? compile(getSource(), facts), facts);
}

/**
 * Calls an export that answers at once.
 * @template T
 * @param {(exports: Instance['exports']) => T} use
 * @param {object} facts of the error, if the module panics
 * @returns {T}
 */
export function ask(use, facts) {
  const instance = loaded(facts);
  /** @type {Error | undefined} */
  let error;
  const call = {
    /** @param {unknown} cause */
    panicked(cause) {
      error = panic(cause, facts);
    },
  };
  instance.began(call);
  const answer = use(instance.exports);
  instance.ended(call);
  if (error) throw error;
  return answer;
}

function alive() {
  return current?.dead ? undefined : current;
}

/**
 * @param {WebAssembly.Module} module
 * @param {object} [facts] of the error, if it cannot be
 * @returns {Instance}
 */
function instantiate(module, facts) {
  try {
    current = new Instance(module);
  } catch (cause) {
    throw unsupported(cause, facts);
  }
  compiled = module;
  return current;
}

/**
 * The module, kept at once: of calls that begin together, one compiles.
 * @param {unknown} source
 * @param {object} [facts] of the error, if it cannot be
 */
function compile(source, facts) {
  return (compiled = moduleOf(source, facts));
}

/**
 * @param {any} source a module or its bytes
 * @param {object} [facts] of the error, if it is neither
 * @returns {WebAssembly.Module}
 */
function moduleOf(source, facts) {
  // A module of another realm is no instance of this one's class.
  if (source?.[Symbol.toStringTag] === 'WebAssembly.Module') return source;
  try {
    return new WebAssembly.Module(source);
  } catch (cause) {
    throw unsupported(cause, facts);
  }
}

/**
 * @param {any} cause
 * @param {object} [facts]
 */
function unsupported(cause, facts) {
  let message = `WebAssembly cannot be loaded: ${cause?.message ?? cause}`;
  let code = 'load_failed';
  if (cause instanceof ReferenceError) {
    code = 'missing_global';
    message += '; use an environment that has it, under Jest jest-fixed-jsdom in place of jsdom';
  }
  try {
    // Engines block at different moments and word it differently; where the smallest module fails too, it
    // is blocked.
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
  } catch (blocked) {
    code = 'wasm_blocked';
    const cure = String(blocked).includes('embedder')
      ? `this runtime compiles no code; bundle the program under the condition workerd or edge-light${
          ENTRY === 'index'
            ? ", or hand it the module: import module from 'dixa-conversations/dixa_bg.wasm'; import { preload } from 'dixa-conversations/inline'; await preload(module)"
            : ''
        }`
      : blocked instanceof ReferenceError
        ? 'this runtime has none'
        : "allow it in the Content-Security-Policy with script-src 'self' 'wasm-unsafe-eval'";
    message = `WebAssembly cannot run here; ${cure}`;
  }
  return new RuntimeUnsupportedError(
    message,
    { code, outcome: 'not_sent', attempts: 0, retryable: false, ...facts },
    { cause },
  );
}

/**
 * Loads the module now instead of at the first call.
 * @param {any} [source] a module, its bytes, a response or a URL; default: what is embedded
 */
export async function preload(source) {
  let from;
  try {
    from = await source;
    if (alive()) return;
    // What is of another realm is no instance of this one's classes.
    if (typeof from === 'string' || from?.href) from = await fetch(from);
    if (from?.ok === false) throw new Error(`the answer's status is ${from.status}`);
    if (from?.arrayBuffer) from = await from.arrayBuffer();
  } catch (cause) {
    throw unsupported(cause);
  }
  const module = from === undefined ? (compiled ?? compile(getSource())) : moduleOf(from);
  if (!alive()) instantiate(module);
}
