// @ts-check
// What ends up in a page: a small program of each, bundled with the same settings, raw and compressed.

import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bench, work } from '../prepare.mjs';

/** @typedef {{ name: string, raw: number, gzip: number, brotli: number }} Size */

/** Programs by name: what a user would write, in the fewest words that keep what is needed. */
const PROGRAMS = {
  'fetch by hand':
    "globalThis.get = async (path) => (await fetch('https://api.example' + path, { headers: { authorization: 't' } })).json();",
  'openapi-fetch + zod mini, listMessages only': checked('zod-mini', '{ listMessages }'),
  'openapi-fetch + zod mini, all answers': checked('zod-mini', '* as answers'),
  'openapi-fetch + zod, all answers': checked('zod', '* as answers'),
  'openapi-fetch + valibot, listMessages only': checked('valibot', '{ listMessages }'),
  'openapi-fetch + valibot, all answers': checked('valibot', '* as answers'),
  openai: "import OpenAI from 'openai'; globalThis.OpenAI = OpenAI;",
  '@anthropic-ai/sdk': "import Anthropic from '@anthropic-ai/sdk'; globalThis.Anthropic = Anthropic;",
  stripe: "import Stripe from 'stripe'; globalThis.Stripe = Stripe;",
  octokit: "import { Octokit } from 'octokit'; globalThis.Octokit = Octokit;",
  '@octokit/core': "import { Octokit } from '@octokit/core'; globalThis.Octokit = Octokit;",
  'intercom-client': "import { IntercomClient } from 'intercom-client'; globalThis.Client = IntercomClient;",
};

/** @param {'zod-mini' | 'zod' | 'valibot'} library @param {string} taken */
function checked(library, taken) {
  const valibot = library === 'valibot';
  return [
    "import createClient from 'openapi-fetch';",
    valibot ? "import { parse } from 'valibot';" : 'const parse = (schema, answer) => schema.parse(answer);',
    `import ${taken} from './.work/schemas/${library}.mjs';`,
    `globalThis.all = [createClient, ${taken.replace('* as ', '')}, parse];`,
  ].join('\n');
}

/** The entries of the package, as its `exports` name them. */
function entries() {
  const folder = path.join(bench, 'node_modules', 'dixa-conversations');
  const { exports } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return Object.entries(exports)
    .filter(([entry]) => entry !== './package.json')
    .map(([entry, target]) => ({
      name: path.posix.join('dixa-conversations', entry),
      target: target.default,
      folder,
    }));
}

/**
 * A program as a page downloads it.
 * @param {string} code
 */
export async function bundled(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: bench, sourcefile: 'program.mjs' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return Buffer.from(/** @type {import('esbuild').OutputFile} */ (outputFiles[0]).contents);
}

/** @param {string} name @param {Buffer[]} files compressed one by one @returns {Size} */
function weighed(name, ...files) {
  const sum = (/** @type {(file: Buffer) => number} */ of) =>
    files.reduce((total, file) => total + of(file), 0);
  return {
    name,
    raw: sum((file) => file.length),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    // Node's brotli is at 11 unless told otherwise.
    brotli: sum((file) => brotliCompressSync(file).length),
  };
}

/** @returns {Promise<{ ours: Size[], peers: Size[] }>} */
export async function sizes() {
  const ours = [];
  for (const { name, target, folder } of entries()) {
    const wasm = typeof target === 'string' && target.endsWith('.wasm');
    const file = wasm ? readFileSync(path.join(folder, target)) : await bundled(`export * from '${name}';`);
    ours.push(weighed(name, file));
  }
  const peers = [];
  for (const [name, code] of Object.entries(PROGRAMS)) peers.push(weighed(name, await bundled(code)));
  const serde = readFileSync(work('serde', 'size', 'serde_peer_bg.wasm'));
  const glue = await bundled("export * from './.work/serde/size/serde_peer.js';");
  peers.push(weighed('serde, serde-wasm-bindgen, listMessages only', serde, glue));
  return { ours, peers };
}
