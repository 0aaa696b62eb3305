// @ts-check
// Whether the first line of every file of code says what lives in it.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../pkg-template/build/setup.mjs';

/** What stands before it: who runs the file, who checks its types, where React runs it. */
const BEFORE = /^(?:(?:#!.*|\/\/ @ts-check|'use client';)\n+)*/;

/** @param {string} folder @returns {string[]} */
const files = (folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return /^\.|^(node_modules|target)$/.test(entry.name) ? [] : files(name);
    return /\.(rs|[cm]?[jt]sx?|css)$/.test(name) ? [name] : [];
  });

const says = (/** @type {string} */ name) =>
  /^(\/\/!? |\/\* )\S/.test(readFileSync(path.join(root, name), 'utf8').replace(BEFORE, ''));

const silent = ['src', 'pkg-template', 'tests', 'docs', 'demo'].flatMap(files).filter((name) => !says(name));
for (const name of silent) console.error(`${name}: the first line has to say what lives here`);
process.exitCode = silent.length > 0 ? 1 : 0;
