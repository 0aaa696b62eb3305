// @ts-check
// Runs cells, many at once: most of them wait.

import { judge, run } from './cell.mjs';
import { startServer } from './server.mjs';

/**
 * @typedef {import('./cases.mjs').Case} Case
 * @typedef {import('./faults.mjs').Fault} Fault
 * @typedef {{ one: Case, fault: Fault, wrong: string[], requests: number, ms: number, first?: string[] }} Done
 * `first`: what was wrong when it was looked at for the first time
 */

/** Cells under way at once; most of them wait. */
const AT_ONCE = 400;
/** Between the starts of two cells: a process that is too busy keeps no timer. It is late itself then. */
const APART_MS = 2;
/** Wrong cells that get a second look, alone: a machine that stood still for a second is no fault of theirs. */
const MOST_AGAIN = 20;

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {readonly Case[]} cases
 * @param {readonly Fault[]} faults
 * @param {import('../../pkg/dist/index.mjs').ClientOptions} [watching] further options of each client
 * @param {(error: unknown, cell: string) => void} [onError]
 */
export async function runAll(cases, faults, watching, onError) {
  const server = await startServer();
  const started = performance.now();
  const look = async (/** @type {Case} */ one, /** @type {Fault} */ fault) => {
    const result = await run(server, one, fault, watching);
    if (result.error) onError?.(result.error, `${one.name} × ${fault.name}`);
    const requests = result.cell.arrivals.length;
    return { one, fault, wrong: judge(result, one, fault), requests, ms: result.ms };
  };
  // Operation after operation, so that not all cells of one fault are busy at the same time.
  const queue = cases.flatMap((one) => faults.map((fault) => ({ one, fault })));
  /** @type {Done[]} */
  const cells = [];
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      await (turn = turn.then(() => pause(APART_MS)));
      cells.push(await look(next.one, next.fault));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const again = cells.filter((cell) => cell.wrong.length > 0);
  if (again.length <= MOST_AGAIN) {
    for (const cell of again) Object.assign(cell, { first: cell.wrong }, await look(cell.one, cell.fault));
  }
  await server.close();
  return { cells, strayed: server.strayed, seconds: (performance.now() - started) / 1000 };
}
