// @ts-check
// Time that the tests move: timers and clock of Node's own mocks, and what is still waiting.

import { mock } from 'node:test';

/**
 * Runs a test with timers that fire when it says so.
 * @param {(time: { pass: (ms: number) => Promise<void>, timers: () => number, waits: number[] }) => Promise<void>} test
 */
export const inTime = (test) => async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  const { setTimeout, clearTimeout } = globalThis;
  const pending = new Set();
  /** @type {number[]} */
  const waits = [];
  const globals = /** @type {any} */ (globalThis);
  globals.setTimeout = (/** @type {() => void} */ run, /** @type {number} */ ms) => {
    waits.push(ms);
    const timer = setTimeout(() => (pending.delete(timer), run()), ms);
    pending.add(timer);
    return timer;
  };
  globals.clearTimeout = (/** @type {any} */ timer) => (pending.delete(timer), clearTimeout(timer));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  try {
    await test({
      waits,
      timers: () => pending.size,
      pass: async (ms) => {
        await settled();
        mock.timers.tick(ms);
        await settled();
      },
    });
  } finally {
    Object.assign(globals, { setTimeout, clearTimeout });
    mock.timers.reset();
  }
};

/** A page of which the tests say whether it is hidden. */
export function page() {
  const target = new EventTarget();
  let listeners = 0;
  const document = {
    hidden: false,
    /** @param {string} name @param {any} listener */
    addEventListener: (name, listener) => (listeners++, target.addEventListener(name, listener)),
    /** @param {string} name @param {any} listener */
    removeEventListener: (name, listener) => (listeners--, target.removeEventListener(name, listener)),
  };
  const globals = /** @type {any} */ (globalThis);
  globals.document = document;
  return {
    /** @param {boolean} hidden */
    turn(hidden) {
      document.hidden = hidden;
      target.dispatchEvent(new Event('visibilitychange'));
    },
    listeners: () => listeners,
    end: () => delete globals.document,
  };
}

/** A signal that counts who listens. */
export function counted() {
  const controller = new AbortController();
  const { signal } = controller;
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = function (/** @type {any[]} */ ...given) {
    listeners++;
    return addEventListener.apply(this, /** @type {any} */ (given));
  };
  signal.removeEventListener = function (/** @type {any[]} */ ...given) {
    listeners--;
    return removeEventListener.apply(this, /** @type {any} */ (given));
  };
  return { controller, signal, listeners: () => listeners };
}
