// @ts-check
// The smallest text that still fails, as far as leaving parts out leads to it.

import { isUtf8 } from 'node:buffer';

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {(bytes: Uint8Array<ArrayBuffer>) => Promise<string | undefined>} problem what is wrong with a text
 */
export async function smallest(bytes, problem) {
  const ends = performance.now() + 15_000;
  let found = await problem(bytes);
  /**
   * Leaves out parts of a length wherever that may be done, and tells whether any was.
   * @param {number} part
   * @param {number} step
   */
  const without = async (part, step) => {
    const before = bytes.length;
    for (let at = 0; at < bytes.length && performance.now() < ends;) {
      const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + part)]);
      const still = await problem(rest);
      if (still === undefined) at += step;
      else [bytes, found] = [rest, still];
    }
    return bytes.length < before;
  };
  for (let part = Math.ceil(bytes.length / 2); part > 16; part = Math.ceil(part / 2))
    await without(part, part);
  // Small parts from every place: a member is one, and begins anywhere.
  for (let shorter = true; shorter && performance.now() < ends;) {
    shorter = false;
    for (let part = 16; part >= 1; part--) shorter = (await without(part, 1)) || shorter;
  }
  return `${found}\n${shown(bytes)}`;
}

/**
 * The same for what is wrong with texts.
 * @param {string} text
 * @param {(text: string) => Promise<string | undefined>} problem
 */
export const smallestText = (text, problem) =>
  smallest(Buffer.from(text), async (bytes) =>
    isUtf8(bytes) ? problem(Buffer.from(bytes).toString()) : undefined,
  );

/**
 * Bytes as a reader can copy them.
 * @param {Uint8Array} bytes
 */
function shown(bytes) {
  const text = Buffer.from(bytes).toString();
  return Buffer.from(text).equals(bytes)
    ? `text ${JSON.stringify(text)}`
    : `bytes ${Buffer.from(bytes).toString('hex')}`;
}
