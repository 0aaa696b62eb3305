// @ts-check
// What a place is, and what it is given to run in.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../../pkg-template/build/setup.mjs';
import { openPage } from './browsers.mjs';
import { PATIENCE_MS } from './patience.mjs';
import { install, project } from './project.mjs';

/** @typedef {import('./server.mjs').Report} Report */

/**
 * Somewhere that the package has to work.
 * @typedef {object} Place
 * @property {string} name e.g. `Node 22, require`
 * @property {boolean} [core] whether `npm test` runs it
 * @property {boolean} [bare] whether it needs no packages of npm but the tarball
 * @property {(context: Context) => string | Promise<string>} [version] which version of the place it was
 * @property {(context: Context) => Promise<Report>} run
 */

export class Context {
  #clean = /** @type {(() => unknown)[]} */ ([]);
  /** @type {string | undefined} */
  #folder;

  /**
   * @param {string} name of the folder in `places/`
   * @param {Place} place
   * @param {import('./server.mjs').Server} server
   * @param {{ unpacked: string, faulty: () => Promise<string> }} packages the tarball, unpacked; and that of the
   *   build that can be made to panic
   */
  constructor(name, { bare = false }, server, packages) {
    this.name = name;
    this.bare = bare;
    this.server = server;
    this.packages = packages;
    const { env, report, sandbox } = server.session();
    this.env = env;
    this.sandbox = sandbox;
    this.report = report;
  }

  /** The place's project: its folder, with its packages and the tarball installed. */
  get folder() {
    return (this.#folder ??= project(this.name, this.packages.unpacked, this.bare));
  }

  /** Puts another package in the place of the tarball. @param {string} unpacked */
  install(unpacked) {
    install(this.folder, unpacked);
  }

  /**
   * The version of one of the project's packages.
   * @param {string} name
   * @returns {string}
   */
  installed(name) {
    const manifest = path.join(this.folder, 'node_modules', name, 'package.json');
    return JSON.parse(readFileSync(manifest, 'utf8')).version;
  }

  /** Called at the end, however it comes. @param {() => unknown} task */
  cleanUp(task) {
    this.#clean.unshift(task);
  }

  async end() {
    for (const task of this.#clean) await task();
  }

  /**
   * Runs a program in the project; gives what it printed.
   * @param {string[]} words
   * @param {Record<string, string>} [env]
   * @returns {Promise<string>}
   */
  async command([command = '', ...parameters], env = {}) {
    const child = this.start([command, ...parameters], env);
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    const status = await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(timer);
    if (status !== 0) {
      throw new Error(`${command} ${parameters.join(' ')} ended with ${status}:\n${child.said()}`);
    }
    return child.said();
  }

  /**
   * Bundles files of the project with the esbuild of the repository.
   * @param {string[]} parameters
   */
  bundle(parameters) {
    const bin = path.join(root, 'node_modules', '.bin', 'esbuild');
    return this.command([bin, '--bundle', '--log-level=warning', ...parameters]);
  }

  /**
   * Starts a program in the project; it is ended with the place.
   * @param {string[]} words
   * @param {Record<string, string>} [env]
   */
  start([command = '', ...parameters], env = {}) {
    const child = spawn(command, parameters, {
      cwd: this.folder,
      env: { ...process.env, DIXA_TEST: JSON.stringify(this.env), CI: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += error.message));
    this.cleanUp(() => {
      // With all that it started.
      if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
    });
    return Object.assign(child, { said: () => output });
  }

  /**
   * Waits until a program that was started says something.
   * @param {ReturnType<Context['start']>} child
   * @param {RegExp} pattern
   * @returns {Promise<RegExpExecArray>}
   */
  async saying(child, pattern) {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until && child.exitCode === null) {
      const found = pattern.exec(child.said());
      if (found) return found;
      await pause(20);
    }
    throw new Error(`it never said ${pattern}:\n${child.said()}`);
  }

  /**
   * Runs a program that makes the checks and tells how they went.
   * @param {string[]} words
   * @param {Record<string, string>} [env]
   */
  async program(words, env) {
    const output = await this.command(words, env);
    return this.told(output);
  }

  /**
   * Opens a page that makes the checks and tells how they went. The page reads what it is given from its
   * address (`#` and JSON).
   * @param {'chromium' | 'firefox' | 'webkit'} browser
   * @param {string} url
   */
  async page(browser, url) {
    const page = await openPage(browser, `${url}#${encodeURIComponent(JSON.stringify(this.env))}`);
    this.cleanUp(() => page.close());
    return { ...(await this.told(() => page.said())), version: page.version };
  }

  /**
   * What was told of the session; an error if nothing is told in time.
   * @param {string | (() => string)} output for the error
   * @returns {Promise<Report>}
   */
  async told(output = '') {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      const said = () => (typeof output === 'string' ? output : output());
      // A program that has ended has told, or never will.
      const patience = typeof output === 'string' && output !== '' ? 1000 : PATIENCE_MS;
      timer = setTimeout(() => reject(new Error(`nothing was told of the checks:\n${said()}`)), patience);
    });
    try {
      return /** @type {Report} */ (await Promise.race([this.report, late]));
    } finally {
      clearTimeout(timer);
    }
  }
}
