// @ts-check
// What a run needs on disk, in `.work/`: the tarball among the peers, the schemas of the peers, the peer in
// Rust, and the payloads.

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { exec, packages, root, say, wasmBindgen } from '../../pkg-template/build/setup.mjs';
import { FEATURES } from '../../pkg-template/build/wasm.mjs';
import { install, packed } from '../package/harness/project.mjs';
import { digest } from './digest.mjs';
import { KINDS, LATER, payload } from './payloads.mjs';
import { print } from './schemas/print.mjs';
import { answers } from './schemas/read.mjs';
import { valibot } from './schemas/valibot.mjs';
import { zod, zodMini } from './schemas/zod.mjs';

/** The benchmark's folder. */
export const bench = fileURLToPath(new URL('.', import.meta.url));

/** @param {...string} names */
export const work = (...names) => path.join(bench, '.work', ...names);

/** @typedef {typeof import('../../pkg/dist/index.mjs')} Package */
/** @typedef {Awaited<ReturnType<typeof prepare>>} Prepared */

/** Installs, builds and writes what the parts need. */
export async function prepare() {
  packages(bench);
  install(bench, packed(path.join(root, 'pkg')));
  /** @type {Package} */
  const ours = await import(
    pathToFileURL(path.join(bench, 'node_modules/dixa-conversations/dist/index.mjs')).href
  );
  const contract = answers((operation) => operation in ours.ConversationsClient.prototype);
  mkdirSync(work('schemas'), { recursive: true });
  mkdirSync(work('payloads'), { recursive: true });
  for (const [name, words] of Object.entries({ 'zod-mini': zodMini, zod, valibot })) {
    writeFileSync(work('schemas', `${name}.mjs`), print(contract, words, { mends: false }));
    writeFileSync(work('schemas', `${name}.mends.mjs`), print(contract, words, { mends: true }));
  }
  const listMessages = contract.answers.get('listMessages');
  if (!listMessages) throw new Error('the contract has no listMessages');
  return { ours, contract, listMessages };
}

/**
 * Writes a payload as the server sends it, and one for typed models, which cannot read what is not mended and
 * drop fields that they do not know; and says what has to come of each.
 * @param {Prepared} prepared
 * @param {keyof typeof KINDS} kind
 * @param {Parameters<typeof payload>[2]} size
 */
export async function writePayload({ ours, listMessages }, kind, size) {
  const bytes = payload(listMessages, kind, size);
  const options = { token: 't', baseUrl: 'https://api.example', rateLimit: /** @type {false} */ (false) };
  const fetch = async () => new Response(bytes);
  const dixa = new ours.ConversationsClient({ ...options, fetch, logger: null, validation: 'strict' });
  const data = await dixa.listMessages(1).catch((error) => {
    throw new Error(`the payload ${kind} is not as the models say`, { cause: error });
  });
  const typed = JSON.parse(JSON.stringify(data), (key, value) => (key === LATER ? undefined : value));
  const file = (/** @type {string} */ way) =>
    work('payloads', `${kind}-${Object.values(size)[0]}-${way}.json`);
  const files = { sent: file('sent'), typed: file('typed') };
  writeFileSync(files.sent, bytes);
  writeFileSync(files.typed, JSON.stringify({ data: typed }));
  const expects = {
    sent: digest(JSON.parse(bytes.toString()).data),
    mended: digest(data),
    typed: digest(typed),
  };
  return { files, expects, bytes: bytes.length, messages: data.length };
}

/** Builds the peer in Rust: `speed` is what is timed, `size` what is weighed. */
export function serde() {
  say('compiling the peer in Rust');
  const target = path.join(root, 'target', 'bench');
  const wasm = ['--target', 'wasm32-unknown-unknown'];
  const kinds = { speed: { profile: 'release', level: '-O3' }, size: { profile: 'small', level: '-Oz' } };
  const enabled = FEATURES.map((name) => `--enable-${name}`);
  for (const [kind, { profile, level }] of Object.entries(kinds)) {
    exec('cargo', ['build', '--quiet', '--locked', '--profile', profile, ...wasm], {
      cwd: path.join(bench, 'serde'),
      env: { CARGO_TARGET_DIR: target },
    });
    const built = path.join(target, 'wasm32-unknown-unknown', profile, 'serde_peer.wasm');
    const out = work('serde', kind);
    const module = path.join(out, 'serde_peer_bg.wasm');
    if (existsSync(module) && statSync(module).mtimeMs > statSync(built).mtimeMs) continue;
    exec(wasmBindgen, ['--target', 'web', '--no-typescript', '--out-dir', out, built]);
    exec(path.join(root, 'node_modules', '.bin', 'wasm-opt'), [...enabled, level, module, '-o', module]);
  }
}
