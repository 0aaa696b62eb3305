// From the crate to one optimized wasm file and its glue, per feature.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { factory } from './glue.mjs';
import { lean } from './lean.mjs';
import { exec, metadata, root, say, wasmBindgen } from './setup.mjs';

/** Rust's name of what is compiled for. */
export const target = 'wasm32-unknown-unknown';

/** What every engine that is supported can run; wasm-opt's own choice is more. */
export const FEATURES = [
  'reference-types',
  'bulk-memory',
  'mutable-globals',
  'sign-ext',
  'nontrapping-float-to-int',
  'multivalue',
];

/**
 * How the module is made small; compared after brotli, 1.3 KB less than `-Oz` alone. Flattening lets the second
 * round see more. Below the bound for inlining, what has one caller costs more than its copy. The lowest
 * kilobyte is the end of the stack (it comes first in Rust's memory), where no object lies.
 */
const PASSES = [
  '--one-caller-inline-max-function-size=20',
  '--low-memory-unused',
  '--zero-filled-memory',
  '--flatten',
  '--rereloop',
  '-Oz',
  '-Oz',
  '--strip-debug',
  '--strip-producers',
];

/** Where cargo has the sources of crates; one of its folders is named after the registry they came from. */
function sourcesOfCrates() {
  const crates = metadata(['--filter-platform', target]).packages.filter(({ source }) => source !== null);
  return [...new Set(crates.map(({ manifest_path }) => path.dirname(path.dirname(manifest_path))))];
}

/**
 * @param {string} features of the crate, e.g. `client,faulty`
 * @returns {{ wasm: Uint8Array, glue: string }}
 */
export function makeWasm(features) {
  say(`compiling the ${features.replace(',', ', ')}`);
  const work = path.join(root, 'target', 'package', features.replace(',', '-'));
  mkdirSync(work, { recursive: true });
  // Panics name files; those of this machine are nobody's business, and would make other bytes of the next one's.
  const flags = [
    `--remap-path-prefix=${root}=.`,
    ...sourcesOfCrates().map((folder) => `--remap-path-prefix=${folder}=cargo/registry/src`),
    // SHA-256 as a loop; written out it is 7 KB more of the webhooks.
    '--cfg=sha2_backend_soft="compact"',
  ];
  const env = { CARGO_ENCODED_RUSTFLAGS: flags.join('\x1f') };
  exec('cargo', ['build', '--quiet', '--release', '--lib', '--target', target, '--features', features], {
    env,
  });
  const compiled = path.join(root, 'target', target, 'release', 'dixa_conversations.wasm');
  exec(wasmBindgen, [
    '--target',
    'no-modules',
    '--no-typescript',
    '--out-dir',
    work,
    '--out-name',
    'dixa',
    compiled,
  ]);
  return {
    wasm: optimized(path.join(work, 'dixa_bg.wasm'), work, features),
    glue: factory(readFileSync(path.join(work, 'dixa.js'), 'utf8')),
  };
}

/**
 * @param {string} file
 * @param {string} work
 * @param {string} features
 */
function optimized(file, work, features) {
  const bytes = readFileSync(file);
  const rules = readFileSync(new URL('./lean.mjs', import.meta.url));
  const hash = createHash('sha256')
    .update(bytes)
    .update(rules)
    .update([...FEATURES, ...PASSES].join());
  const key = hash.digest('hex').slice(0, 16);
  const out = path.join(work, `optimized-${key}.wasm`);
  if (!existsSync(out)) {
    const parameters = [...FEATURES.map((name) => `--enable-${name}`), ...PASSES];
    writeFileSync(`${out}.lean`, lean(bytes, features === 'sandbox'));
    exec(path.join(root, 'node_modules', '.bin', 'wasm-opt'), [
      ...parameters,
      `${out}.lean`,
      '-o',
      `${out}.part`,
    ]);
    writeFileSync(out, readFileSync(`${out}.part`));
  }
  return readFileSync(out);
}
