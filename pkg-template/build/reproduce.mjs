// npm run reproduce: builds the last commit twice, from clean clones in two folders, and compares what came of
// it, file by file. What is not committed is not in it. `npm run reproduce -- --write FILE` writes the sums
// down, as sha256sum does, for whoever wants to compare another build.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fail, root, say } from './setup.mjs';

const { values: flags } = parseArgs({ options: { write: { type: 'string' } } });
const work = mkdtempSync(path.join(tmpdir(), 'reproduce-'));

/** What differs between two machines, as far as one can have it. The second fetches its crates anew. */
const MACHINES = [
  { folder: 'a', env: { TZ: 'UTC', LC_ALL: 'C', CARGO_BUILD_JOBS: '1' } },
  {
    folder: path.join('another', 'folder with a longer name'),
    env: {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'C.UTF-8',
      CARGO_BUILD_JOBS: '2',
      CARGO_HOME: path.join(work, 'crates'),
    },
  },
];

/** @param {(typeof MACHINES)[number]} machine */
function sums({ folder, env }) {
  const clone = path.join(work, folder);
  const run = (/** @type {string} */ command, /** @type {string[]} */ parameters) =>
    execFileSync(command, parameters, {
      cwd: existsSync(clone) ? clone : work,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  say(`building in ${folder}`);
  run('git', ['clone', '--quiet', root, clone]);
  // A tool, and one that takes minutes to install; the build looks at its version.
  const tools = path.join(root, '.tools');
  if (existsSync(tools)) cpSync(tools, path.join(clone, '.tools'), { recursive: true });
  run('npm', ['run', '--silent', 'build']);
  const tarball = run('npm', ['pack', '--silent', './pkg']).trim();
  const pkg = path.join(clone, 'pkg');
  const files = readdirSync(pkg, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(clone, path.join(entry.parentPath, entry.name)));
  const found = [...files.sort(), tarball].map((name) => {
    const bytes = readFileSync(path.join(clone, name));
    return /** @type {const} */ ([name, createHash('sha256').update(bytes).digest('hex')]);
  });
  rmSync(path.join(clone, 'target'), { recursive: true });
  return new Map(found);
}

const [one, other] = MACHINES.map(sums);
const names = [...new Set([...one.keys(), ...other.keys()])];
const different = names.filter((name) => one.get(name) !== other.get(name));
const text = [...one].map(([name, sum]) => `${sum}  ${name}\n`).join('');
console.log(text);
if (different.length > 0) fail(`not the same in both builds (kept in ${work}): ${different.join(', ')}`);
if (flags.write) writeFileSync(flags.write, text);
rmSync(work, { recursive: true });
say(`${names.length} files, the tarball among them, are the same in both builds`);
