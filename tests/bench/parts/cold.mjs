// @ts-check
// From nothing to the first checked answer: a fresh process, page or isolate for each sample, in turns.

import { build } from 'esbuild';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { bench, work, writePayload } from '../prepare.mjs';
import { shuffled, summary } from '../statistics.mjs';

/**
 * @typedef {{ ms: number, wholeMs: number, length: number }} Told `ms` from importing the program to its first
 * answer, `wholeMs` with the start of what it runs in, and how many messages the answer has
 * @typedef {(name: string, platform?: 'workerd') => string} Program the file of a bundled program
 * @typedef {{ version: string, sample: (name: string) => Promise<Told>, close: () => Promise<void> }} Opened
 * @typedef {(program: Program) => Promise<Opened>} Open
 */

const PLACES = ['node', 'chromium', 'workerd'];

/** The programs, the first of which does nothing and is taken off the others. */
const PROGRAMS = {
  nothing: 'nothing',
  bare: 'fetch + JSON.parse, unchecked',
  ours: 'dixa-conversations',
  zod: 'openapi-fetch + zod mini, listMessages only',
  'zod-all': 'openapi-fetch + zod mini, all answers',
};

/** @type {Program} */
const program = (name, platform) => work('cold', platform ?? 'any', `${name}.mjs`);

/** Bundles the programs as a page has them, and for workerd. @param {string} answer the payload's file */
async function bundle(answer) {
  const dist = path.join(bench, 'node_modules', 'dixa-conversations', 'dist');
  for (const platform of /** @type {const} */ ([undefined, 'workerd'])) {
    for (const name of Object.keys(PROGRAMS)) {
      await build({
        entryPoints: [path.join(bench, 'cold', 'programs', `${name}.mjs`)],
        outfile: program(name, platform),
        bundle: true,
        minify: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2022',
        alias: { 'answer.json': answer },
        loader: { '.json': 'text' },
        logLevel: 'error',
        ...(platform && { conditions: [platform], external: ['*.wasm'] }),
      });
    }
  }
  mkdirSync(work('cold', 'workerd'), { recursive: true });
  copyFileSync(path.join(dist, 'dixa_bg.wasm'), work('cold', 'workerd', 'dixa_bg.wasm'));
}

/**
 * @param {import('../prepare.mjs').Prepared} prepared
 * @param {{ coldSamples: number, tell: (text: string) => void }} how
 */
export async function cold(prepared, { coldSamples, tell }) {
  const { files, messages } = await writePayload(prepared, 'realistic', { bytes: 1024 });
  await bundle(files.sent);
  const places = [];
  for (const place of PLACES) {
    tell(`cold start, ${place}`);
    /** @type {{ open: Open }} */
    const { open } = await import(new URL(`../cold/${place}.mjs`, import.meta.url).href);
    const opened = await open(program);
    try {
      const told = await turns(opened, coldSamples, messages);
      places.push({ place, version: opened.version, programs: rows(told) });
    } finally {
      await opened.close();
    }
  }
  return { places };
}

/** @param {Opened} opened @param {number} samples @param {number} messages that an answer has to have */
async function turns({ sample }, samples, messages) {
  const names = Object.keys(PROGRAMS);
  /** @type {Map<string, Told[]>} */
  const taken = new Map(names.map((name) => [name, []]));
  // The first round warms the disk, where there are several.
  for (let round = samples > 1 ? -1 : 0; round < samples; round++) {
    for (const name of shuffled(names)) {
      const told = await sample(name);
      if (told.length !== (name === 'nothing' ? 0 : messages))
        throw new Error(`${name} got ${told.length} messages`);
      if (round >= 0) taken.get(name)?.push(told);
    }
  }
  return taken;
}

/** @param {Map<string, Told[]>} taken */
function rows(taken) {
  const [empty = []] = taken.values();
  const less = {
    ms: summary(empty.map(({ ms }) => ms)).median,
    wholeMs: summary(empty.map(({ wholeMs }) => wholeMs)).median,
  };
  return Object.entries(PROGRAMS)
    .slice(1)
    .map(([program, name]) => {
      const told = taken.get(program) ?? [];
      return {
        name,
        ms: summary(told.map(({ ms }) => ms - less.ms)),
        wholeMs: summary(told.map(({ wholeMs }) => wholeMs - less.wholeMs)),
      };
    });
}
