// @ts-check
// How long this process has stood still: on a machine that is busy with other things it is not always its turn, and
// what is measured then says nothing.

import { test } from 'node:test';

/** Shorter is any machine's way. */
const STOOD_MS = 50;
/** So many looks in all. */
const LOOKS = 10;

/** Sums it up, in milliseconds, until `end`. */
export function stillness() {
  const EVERY_MS = 10;
  let ms = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const late = now - last - EVERY_MS;
    if (late > EVERY_MS) ms += late;
    last = now;
  }, EVERY_MS);
  return { sum: () => ms, end: () => clearInterval(timer) };
}

/**
 * A test that measures times. When it fails and the process stood still meanwhile, it is done again.
 * @param {string} name
 * @param {() => Promise<void>} run
 */
export function timed(name, run) {
  test(name, async (context) => {
    for (let look = 1; ; look++) {
      const still = stillness();
      try {
        return await run();
      } catch (error) {
        if (still.sum() < STOOD_MS || look === LOOKS) throw error;
        context.diagnostic(`again, for the process had stood still for ${Math.round(still.sum())} ms`);
      } finally {
        still.end();
      }
    }
  });
}
