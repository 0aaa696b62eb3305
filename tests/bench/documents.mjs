// @ts-check
// Where the figures of a run stand in the repository: docs/performance.md, the README and the picture.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../pkg-template/build/setup.mjs';
import { line } from './machine.mjs';
import { picture } from './picture.mjs';
import { summaryTable } from './summary.mjs';
import { markdown, tables } from './tables.mjs';

const [START, END] = ['<!-- made by npm run bench -- --readme -->', '<!-- end -->'];

/** Puts a text between the marks of a page. @param {string} name @param {string} text */
function fill(name, text) {
  const file = path.join(root, name);
  const page = readFileSync(file, 'utf8');
  const pattern = new RegExp(`${START}[^]*?${END}`);
  if (!pattern.test(page)) throw new Error(`${name} has no ${START} … ${END}`);
  writeFileSync(
    file,
    page.replace(pattern, () => `${START}\n\n${text}\n\n${END}`),
  );
}

/** @param {import('./run.mjs').Result} result */
export function writeTables(result) {
  const whole = tables(result).map((table) => `### ${table.title}\n\n${markdown(table)}`);
  fill('docs/performance.md', [`On ${line(result.machine)}.`, ...whole].join('\n\n'));
  fill('README.md', markdown(summaryTable(result)));
}

/** @param {import('./run.mjs').Result} result */
export function writePicture(result) {
  mkdirSync(path.join(root, 'docs'), { recursive: true });
  writeFileSync(path.join(root, 'docs', 'bench.svg'), picture(result));
}
