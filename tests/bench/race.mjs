// @ts-check
// Contenders against each other: each in a process of its own, sampled in rounds, in another order each time.

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ratio, shuffled, summary } from './statistics.mjs';

/**
 * @typedef {object} Entrant
 * @property {string} name
 * @property {string} file its module in `contenders/`, which exports them by name
 * @property {string} payload the file whose bytes its `fetch` answers with
 * @property {string} expects the digest of what it has to decode to
 *
 * @typedef {{ rounds: number, warmMs: number, sampleMs: number }} Pace
 * @typedef {import('./statistics.mjs').Summary} Summary
 * @typedef {{ name: string, cpuMs: Summary, wallMs: Summary, ratio: Summary }} Place
 * of a call; `ratio` is that of `cpuMs` to the first entrant's
 */

/** A contender's process. */
export class Racer {
  /** @param {Entrant} entrant */
  constructor(entrant) {
    this.entrant = entrant;
    this.child = fork(fileURLToPath(new URL('racer.mjs', import.meta.url)), {
      execArgv: ['--expose-gc'],
      // What it prints is not the run's.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  /** @param {Pace} pace @returns {Promise<string>} */
  prepare({ warmMs, sampleMs }) {
    const { file, name, payload } = this.entrant;
    return this.#ask('prepare', { file, contender: name, payload, warmMs, sampleMs });
  }

  /** @returns {Promise<import('./racer.mjs').Sample>} */
  sample() {
    return this.#ask('sample');
  }

  /** @param {number} calls @returns {Promise<{ heap: number, wasm: number }>} */
  memory(calls) {
    return this.#ask('memory', calls);
  }

  end() {
    this.child.kill();
  }

  /** @param {string} ask @param {unknown} [given] @returns {Promise<any>} */
  #ask(ask, given) {
    return new Promise((resolve, reject) => {
      const failed = (/** @type {string} */ why) => reject(new Error(`${this.entrant.name}: ${why}`));
      const ended = (/** @type {number | null} */ code) => failed(`its process ended (${code})`);
      this.child.once('exit', ended);
      this.child.once('message', (/** @type {{ value: unknown, error?: string }} */ { value, error }) => {
        this.child.off('exit', ended);
        error === undefined ? resolve(value) : failed(error);
      });
      this.child.send({ ask, given });
    });
  }
}

/**
 * The first entrant is the baseline. An entrant that decodes to other values than it has to ends the race: one
 * that gives up early would look quick.
 * @param {Entrant[]} entrants
 * @param {Pace} pace
 * @returns {Promise<Place[]>}
 */
export async function race(entrants, pace) {
  const racers = entrants.map((entrant) => new Racer(entrant));
  try {
    const digests = await Promise.all(racers.map((racer) => racer.prepare(pace)));
    for (const [at, { name, expects }] of entrants.entries()) {
      if (digests[at] !== expects) throw new Error(`${name} decodes to other values`);
    }
    const samples = new Map(
      racers.map((racer) => [racer, /** @type {import('./racer.mjs').Sample[]} */ ([])]),
    );
    for (let round = 0; round < pace.rounds; round++) {
      for (const racer of shuffled(racers)) samples.get(racer)?.push(await racer.sample());
    }
    const [baseline = []] = samples.values();
    const cpu = (/** @type {import('./racer.mjs').Sample[]} */ taken) => taken.map(({ cpuMs }) => cpuMs);
    return [...samples].map(([{ entrant }, taken]) => ({
      name: entrant.name,
      cpuMs: summary(cpu(taken)),
      wallMs: summary(taken.map(({ wallMs }) => wallMs)),
      ratio: ratio(cpu(taken), cpu(baseline)),
    }));
  } finally {
    for (const racer of racers) racer.end();
  }
}
