// @ts-check
// Runs cells, many at once: most of them wait.

import { setTimeout as pause } from 'node:timers/promises';
import { judge, run } from './cell.mjs';
import { startServer } from './server.mjs';
import { stillness } from './stillness.mjs';

/**
 * @typedef {import('./cases.mjs').Case} Case
 * @typedef {import('./faults.mjs').Fault} Fault
 * @typedef {{ one: Case, fault: Fault, wrong: string[], requests: number, ms: number, stoodMs: number, first?: string[] }} Done
 * `stoodMs`: how long this process stood still meanwhile; `first`: what was wrong at the first look
 */

/** Cells under way at once; most of them wait. */
const AT_ONCE = 400;
/** Between the starts of two cells, at least. */
const APART_MS = 2;
/** A timer that is later says that the process has too much to do: no other cell starts. */
const LATE_MS = 20;
/** A wrong cell during which the process stood still for so long gets another look: no server and no timer was in time. */
const STOOD_MS = 100;
/** Cells of another look that are under way at once. */
const AGAIN_AT_ONCE = 40;
/** So many looks in all, and none begins later than this: under load each look has some in its way. */
const LOOKS = 20;
const LOOKS_MS = 240_000;

/** Waits until timers are in time, or for a second. */
async function calm() {
  const started = performance.now();
  for (let late = Infinity; late > LATE_MS && performance.now() - started < 1000;) {
    const before = performance.now();
    await pause(APART_MS);
    late = performance.now() - before - APART_MS;
  }
}

/**
 * @param {readonly Case[]} cases
 * @param {readonly Fault[]} faults
 * @param {import('../../pkg/dist/index.mjs').ClientOptions} [watching] further options of each client
 * @param {(error: unknown, cell: string) => void} [onError]
 */
export async function runAll(cases, faults, watching, onError) {
  const server = await startServer();
  const still = stillness();
  const started = performance.now();
  /** @returns {Promise<Done>} */
  const look = async (/** @type {Case} */ one, /** @type {Fault} */ fault) => {
    const before = still.sum();
    const result = await run(server, one, fault, watching);
    if (result.error) onError?.(result.error, `${one.name} × ${fault.name}`);
    const requests = result.cell.arrivals.length;
    const stoodMs = still.sum() - before;
    return { one, fault, wrong: judge(result, one, fault), requests, ms: result.ms, stoodMs };
  };
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();
  /**
   * @template T
   * @param {T[]} queue
   * @param {number} atOnce
   * @param {(next: T) => Promise<unknown>} take
   */
  const each = (queue, atOnce, take) => {
    const work = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        await (turn = turn.then(calm));
        await take(next);
      }
    };
    return Promise.all(Array.from({ length: atOnce }, work));
  };
  /** @type {Done[]} */
  const cells = [];
  // Operation after operation, so that not all cells of one fault are busy at the same time.
  const all = cases.flatMap((one) => faults.map((fault) => ({ one, fault })));
  await each(all, AT_ONCE, async ({ one, fault }) => cells.push(await look(one, fault)));
  for (let looks = 1; looks < LOOKS && performance.now() - started < LOOKS_MS; looks++) {
    const again = cells.filter(({ wrong, stoodMs }) => wrong.length > 0 && stoodMs >= STOOD_MS);
    await each(again, AGAIN_AT_ONCE, async (cell) => {
      const first = cell.first ?? cell.wrong;
      Object.assign(cell, await look(cell.one, cell.fault), { first });
    });
  }
  still.end();
  await server.close();
  return { cells, strayed: server.strayed, seconds: (performance.now() - started) / 1000 };
}
