// @ts-check
// Runs the example of an operation: once as it is, and once for each status that Dixa may answer with.

import { readFileSync } from 'node:fs';
import { isDixaError } from '../../pkg/dist/index.mjs';
import { createWorld } from './world.mjs';

/** @typedef {{ method: string, path: string, name: string }} Called */
/** @typedef {{ status: number, error: string, code: string, outcome: string, attempts: number }} Failed */

/** @param {string} name */
const fileOf = (name) => new URL(`../examples/${name}.mjs`, import.meta.url);

/** @param {string} name @returns {Promise<(world: import('./world.mjs').World) => Promise<void>>} */
const load = async (name) => (await import(fileOf(name).href)).default;

/** The lines of an example, without the function around them. @param {string} name */
export function linesOf(name) {
  const body = /\}\) \{\n([^]*)\n\}\n$/.exec(readFileSync(fileOf(name), 'utf8'))?.[1];
  if (!body) throw new Error(`docs/examples/${name}.mjs is no export default async function example({ … })`);
  return body.replace(/^ {2}/gm, '');
}

/** What it prints. An example that prints nothing, or never calls its operation, is none. @param {Called} called */
export async function printedBy(called) {
  let calls = 0;
  const { world, printed } = createWorld((method, path) => {
    if (isOf(called, method, path)) calls++;
    return undefined;
  });
  await (
    await load(called.name)
  )(world);
  if (calls === 0) throw new Error(`the example of ${called.name} does not call it`);
  if (printed() === '') throw new Error(`the example of ${called.name} prints nothing`);
  return printed();
}

/**
 * What comes of it when its own request is answered so each time.
 * @param {Called} called
 * @param {number} status
 * @returns {Promise<Failed>}
 */
export async function failedBy(called, status) {
  const { world } = createWorld((method, path) =>
    isOf(called, method, path) ? Response.json({ message: 'no' }, { status }) : undefined,
  );
  const error = await (
    await load(called.name)
  )(world).then(
    () => undefined,
    (/** @type {unknown} */ thrown) => thrown,
  );
  if (!isDixaError(error) || error.operation !== called.name) {
    throw new Error(`${called.name} did not fail when it was answered ${status}`, { cause: error });
  }
  return {
    status,
    error: error.name,
    code: error.code,
    outcome: error.outcome,
    attempts: error.attempts ?? 0,
  };
}

/** @param {Called} called @param {string} method @param {string} path */
function isOf(called, method, path) {
  const pattern = called.path.replace(/\{\w+\}/g, '[^/]+');
  return method === called.method && new RegExp(`^${pattern}$`).test(path);
}
