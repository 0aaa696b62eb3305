// @ts-check
// Chance that comes again: every case has dice of its own, made from the run's seed, the name of the test
// and the number of the case.

import { parseArgs } from 'node:util';

const { values: given } = parseArgs({
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, case: { type: 'string' } },
});

/** What the run's cases follow from. */
const SEED = given.seed ?? String(Math.floor(Math.random() * 2 ** 31));

/** How long all tests may take together. */
const SECONDS = Number(given.seconds ?? 36);
if (!(SECONDS > 0)) throw new Error(`--seconds must be a number above 0, got ${given.seconds}`);

/** Dice of a case. */
export class Dice {
  #state;

  /** @param {string} name */
  constructor(name) {
    // FNV-1a, then mulberry32.
    let hash = 0x811c9dc5;
    for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    this.#state = hash;
  }

  /** A number from 0 to 1, 1 excluded. */
  roll() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @param {number} count a whole number from 0 to `count`, `count` excluded */
  below(count) {
    return Math.floor(this.roll() * count);
  }

  /** @param {number} probability */
  chance(probability) {
    return this.roll() < probability;
  }

  /**
   * @template T
   * @param {readonly T[]} choices
   * @returns {T}
   */
  of(choices) {
    return /** @type {T} */ (choices[this.below(choices.length)]);
  }
}

/**
 * Runs cases until a share of the run's time is over, and tells how many there were.
 * @param {import('node:test').TestContext} t
 * @param {number} share of the whole time
 * @param {(dice: Dice) => Promise<void>} run throws when something is wrong
 */
export async function cases(t, share, run) {
  const ends = performance.now() + SECONDS * share * 1000;
  let number = given.case === undefined ? 0 : Number(given.case);
  do {
    try {
      await run(new Dice(`${SEED} ${t.name} ${number}`));
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      throw new Error(`${message}\nAgain: npm run differential -- --seed ${SEED} --case ${number}`);
    }
    number++;
  } while (given.case === undefined && performance.now() < ends);
  t.diagnostic(`${number} cases, seed ${SEED}: ${t.name}`);
}
