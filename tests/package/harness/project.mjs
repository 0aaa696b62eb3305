// @ts-check
// The tarball, packed once, and the projects that it is installed into. A project is worked on in a copy, so
// that nothing but the tarball and the project's own packages is in reach.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytesModule } from '../../../pkg-template/build/encode.mjs';
import { packages, root } from '../../../pkg-template/build/setup.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const work = path.join(here, '.work');

/**
 * Packs a package folder and unpacks what was packed.
 * @param {string} folder
 * @param {{ broken?: boolean }} [options] a package that lies: to see each place's test fail
 * @returns {string} the folder to install
 */
export function packed(folder, { broken = false } = {}) {
  const to = path.join(work, 'tarballs', path.basename(folder));
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const options = /** @type {const} */ ({ encoding: 'utf8' });
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', to, folder], options).trim();
  execFileSync('tar', ['-xzf', path.join(to, name), '-C', to]);
  const unpacked = path.join(to, 'package');
  if (broken) breakIt(unpacked);
  return unpacked;
}

/**
 * Makes a package that loads and lies: refusals are no longer told as such, CSP errors and panics have other
 * codes, and a conversation is typed as `any`.
 * @param {string} unpacked
 */
function breakIt(unpacked) {
  const dist = path.join(unpacked, 'dist');
  /** @param {string} name @param {string} from @param {string} to */
  const change = (name, from, to) => {
    const file = path.join(dist, name);
    const text = readFileSync(file, 'latin1');
    if (!text.includes(from)) throw new Error(`${name} has no ${from} to break`);
    writeFileSync(file, text.replaceAll(from, to), 'latin1');
  };
  change('dixa_bg.wasm', 'rejected', 'rejectex');
  const embedded = bytesModule(readFileSync(path.join(dist, 'dixa_bg.wasm')));
  writeFileSync(path.join(dist, 'dixa_bg.mjs'), embedded);
  writeFileSync(path.join(dist, 'dixa_bg.cjs'), embedded.replace('export default', 'module.exports ='));
  for (const name of ['index.mjs', 'index.cjs', 'index.workerd.mjs', 'index.edge-light.mjs']) {
    change(name, 'wasm_blocked', 'wasm_blockex');
    change(name, '"panic"', '"panix"');
  }
  for (const name of ['index.d.mts', 'index.d.cts']) {
    change(name, 'export type Conversation =', 'export type Conversation = any; type Lost =');
  }
}

/**
 * A place's project, its packages and the tarball installed.
 * @param {string} name
 * @param {string} unpacked what `packed` gave
 * @param {boolean} bare without the packages
 */
export function project(name, unpacked, bare) {
  const from = path.join(here, 'places', name);
  const to = path.join(work, name);
  mkdirSync(to, { recursive: true });
  // What an earlier run built or wrote goes; the packages stay.
  for (const entry of readdirSync(to)) {
    if (entry !== 'node_modules') rmSync(path.join(to, entry), { recursive: true });
  }
  cpSync(from, to, {
    recursive: true,
    preserveTimestamps: true,
    filter: (file) => path.basename(file) !== 'node_modules',
  });
  cpSync(path.join(here, 'checks.mjs'), path.join(to, 'checks.mjs'));
  if (!bare && existsSync(path.join(to, 'package-lock.json'))) packages(to);
  install(to, unpacked);
  return to;
}

/**
 * Puts a package into a project.
 * @param {string} folder
 * @param {string} unpacked what `packed` gave
 */
export function install(folder, unpacked) {
  const installed = path.join(folder, 'node_modules', 'dixa-conversations');
  rmSync(installed, { recursive: true, force: true });
  cpSync(unpacked, installed, { recursive: true });
}

/**
 * A file that the README shows: a block whose first line is a comment with the file's name.
 * @param {string} name
 */
export function readmeFile(name) {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const blocks = readme.matchAll(/```ts\n\/\/ (\S+)\n([^`]*)```/g);
  const found = [...blocks].find(([, shown]) => shown === name)?.[2];
  if (found === undefined) throw new Error(`the README shows no ${name}`);
  return found;
}
