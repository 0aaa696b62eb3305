// What the scripts need on a machine that has only Rust and Node: installed when missing, quick when
// not. Only Node's own modules are used here, for nothing else may be there yet.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const wasmBindgenHome = path.join(root, '.tools', 'wasm-bindgen');

/** The wasm-bindgen command line, after `setup`. */
export const wasmBindgen = path.join(wasmBindgenHome, 'bin', 'wasm-bindgen');

/** wasm-bindgen's test runner, after `setup`. */
export const wasmBindgenTestRunner = path.join(wasmBindgenHome, 'bin', 'wasm-bindgen-test-runner');

/** @param {string} text */
export function say(text) {
  console.log(`\u001b[36m▸\u001b[0m ${text}`);
}

/**
 * Ends with one clear line.
 * @param {string} text
 * @returns {never}
 */
export function fail(text) {
  console.error(`\u001b[31m✗\u001b[0m ${text}`);
  process.exit(1);
}

/**
 * Runs a command in sight; a failure ends the script.
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, cure?: string }} [options]
 */
export function exec(command, parameters, { cwd = root, env = {}, cure } = {}) {
  const { status, error } = spawnSync(command, parameters, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status === 0) return;
  fail(cure ?? `failed: ${command} ${parameters.join(' ')}${error ? ` (${error.message})` : ''}`);
}

/**
 * What a command prints; undefined when it cannot be run.
 * @param {string} command
 * @param {string[]} parameters
 */
export function read(command, parameters) {
  const { status, stdout } = spawnSync(command, parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * @typedef {object} Crate
 * @property {string} id
 * @property {string} name
 * @property {string} version
 * @property {string | null} license
 * @property {string[]} authors
 * @property {string | null} repository
 * @property {string | null} source nothing for the crate of this repository
 * @property {string} manifest_path
 * @property {{ kind: string[] }[]} targets
 */

/**
 * What cargo knows of the crates, which it fetches.
 * @param {string[]} parameters
 * @returns {{ packages: Crate[], resolve: { nodes: { id: string, deps: { pkg: string, dep_kinds: { kind: string | null }[] }[] }[] } }}
 */
export function metadata(parameters) {
  const text = read('cargo', ['metadata', '--format-version', '1', '--locked', ...parameters]);
  return text === undefined ? fail('cargo metadata failed: is Cargo.lock current?') : JSON.parse(text);
}

/** Everything that a build needs. */
export function setup() {
  node();
  rust();
  bindgen();
  packages(root);
}

function node() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) fail(`Node 20 or newer is needed, this is ${process.version}: https://nodejs.org`);
}

function rust() {
  if (!read('cargo', ['--version'])) fail('Rust is needed: https://rustup.rs');
  const target = 'wasm32-unknown-unknown';
  const sysroot = read('rustc', ['--print', 'sysroot']) ?? '';
  if (existsSync(path.join(sysroot, 'lib', 'rustlib', target))) return;
  say(`adding Rust's target ${target}`);
  exec('rustup', ['target', 'add', target], {
    cure: `Rust has no target ${target}, and rustup could not add it: rustup target add ${target}`,
  });
}

function bindgen() {
  const lock = readFileSync(path.join(root, 'Cargo.lock'), 'utf8');
  const version = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock)?.[1];
  if (!version) fail('Cargo.lock names no wasm-bindgen');
  if (read(wasmBindgen, ['--version'])?.endsWith(` ${version}`)) return;
  say(`installing wasm-bindgen-cli ${version} into .tools (about three minutes, once)`);
  exec('cargo', ['install', 'wasm-bindgen-cli', '--version', version, '--root', wasmBindgenHome, '--force']);
}

/**
 * npm's packages of a folder, when they are not those of its lockfile.
 * @param {string} folder
 */
export function packages(folder) {
  const lock = path.join(folder, 'package-lock.json');
  const installed = path.join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say(`installing npm packages${folder === root ? '' : ` of ${path.relative(root, folder)}`}`);
  exec('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
}

/**
 * Programs that come with Debian's packages, installed when one is missing and they can be.
 * @param {string[]} names the programs
 * @param {string[]} packages
 * @param {string} cure what to do where they cannot be installed
 * @returns {string[]} where they are
 */
function debian(names, packages, cure) {
  const find = () => names.map(which).filter((found) => found !== undefined);
  let found = find();
  if (found.length < names.length && process.getuid?.() === 0 && which('apt-get')) {
    say(`installing ${packages.join(', ')} for the tests in a browser (once)`);
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, cure };
    exec('apt-get', ['-qq', 'update'], quiet);
    exec('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...packages], quiet);
    found = find();
  }
  if (found.length < names.length) fail(cure);
  return found;
}

/** Chromium and its driver, for the tests in a browser. */
export function browser() {
  const { CHROMIUM, CHROMEDRIVER } = process.env;
  if (CHROMIUM && CHROMEDRIVER) return { chromium: CHROMIUM, chromedriver: CHROMEDRIVER };
  const [chromium, chromedriver] = debian(
    ['chromium', 'chromedriver'],
    ['chromium', 'chromium-driver'],
    'the tests in a browser need Chromium and chromedriver: install both, or name them in CHROMIUM and CHROMEDRIVER',
  );
  return { chromium, chromedriver };
}

/** Firefox, for the tests everywhere. */
export function firefox() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  const cure = 'the tests in Firefox need it: install firefox-esr, or name it in FIREFOX';
  return debian(['firefox-esr'], ['firefox-esr'], cure)[0];
}

/** WebKit's driver, and what gives it a screen and a bus, for the tests everywhere. */
export function webkit() {
  const [driver, xvfb, bus] = debian(
    ['WebKitWebDriver', 'xvfb-run', 'dbus-run-session'],
    ['webkit2gtk-driver', 'xvfb', 'xauth', 'dbus', 'dbus-daemon'],
    "the tests in WebKit need Debian's webkit2gtk-driver, xvfb, xauth and dbus",
  );
  return { driver, xvfb, bus };
}

/** @param {string} command */
function which(command) {
  return read('sh', ['-c', `command -v ${command}`]);
}
