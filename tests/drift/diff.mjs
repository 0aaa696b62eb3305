// @ts-check
// npm run contract:diff -- FILE: what of a newer openapi.yaml is not as the crate's operations and models say.
// Ends with 1 when there is something. Without FILE it is the document of this repository.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../pkg-template/build/setup.mjs';
import { compare } from './compare.mjs';
import { Document } from './document.mjs';
import { without } from './known.mjs';

const [file = path.join(root, 'tests', 'contract', 'openapi.yaml')] = process.argv.slice(2);
const models = execFileSync('cargo', ['run', '--quiet', '--bin', 'print', 'models'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
const { findings, stale } = without(compare(JSON.parse(models), new Document(readFileSync(file, 'utf8'))));
for (const { at, what } of findings) console.log(`${what.slice(0, 1)} ${at}: ${what.slice(2)}`);
for (const { at, what } of stale)
  console.log(`~ ${at}: no longer differs («${what}»): tests/drift/known.mjs says so`);
const count = findings.length + stale.length;
console.log(count === 0 ? 'nothing drifted' : `${count} drifted`);
process.exitCode = count === 0 ? 0 : 1;
