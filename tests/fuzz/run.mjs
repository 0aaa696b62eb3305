// npm run fuzz: libFuzzer over what comes from outside, one program after the other, from the kept corpus
// and the contract's examples. `--seconds N` for all together; `--keep` adds to the corpus what was found.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { exec, fail, read, root, say } from '../../pkg-template/build/setup.mjs';

const TARGETS = ['answer', 'request', 'outside'];

/** What cargo-fuzz sets, as far as a stable compiler has it. */
const FLAGS = [
  '-Cpasses=sancov-module',
  '-Cllvm-args=-sanitizer-coverage-level=4',
  '-Cllvm-args=-sanitizer-coverage-inline-8bit-counters',
  '-Cllvm-args=-sanitizer-coverage-pc-table',
  '-Cllvm-args=-sanitizer-coverage-trace-compares',
  '-Ccodegen-units=1',
];

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, keep: { type: 'boolean', default: false } },
});
const seconds = Math.floor(Number(values.seconds) / TARGETS.length);
if (!(seconds >= 1)) fail(`--seconds must be ${TARGETS.length} or more, got ${values.seconds}`);

const folder = path.join(root, 'tests', 'fuzz');
const examples = path.join(root, 'tests', 'contract', 'examples');
const target = path.join(root, 'target', 'fuzz');
const host =
  /^host: (.+)$/m.exec(read('rustc', ['-vV']) ?? '')?.[1] ?? fail('Rust is needed: https://rustup.rs');

/** The operations in the order of their table, which the first byte of an input counts. */
const table = readFileSync(path.join(root, 'src', 'operations', 'table.rs'), 'utf8');
const operations = [...table.matchAll(/^ {8}name: "(\w+)"/gm)].map(([, name]) => name);

/**
 * Writes the contract's examples as inputs of a target.
 * @param {string} name
 * @param {string} corpus
 */
function seed(name, corpus) {
  if (name === 'outside') return;
  const from = path.join(examples, name === 'answer' ? 'responses' : 'requests');
  for (const file of readdirSync(from)) {
    const first = operations.indexOf(file.split('.')[0]);
    if (first < 0) continue;
    const text = readFileSync(path.join(from, file));
    writeFileSync(path.join(corpus, file), Buffer.concat([Buffer.of(first), text]));
  }
}

/**
 * Fuzzes for a while; whether nothing was found.
 * @param {string} name
 */
function fuzz(name) {
  const program = path.join(target, host, 'release', name);
  const kept = path.join(folder, 'corpus', name);
  const corpus = path.join(target, 'corpus', name);
  const found = path.join(target, 'found', name);
  rmSync(corpus, { recursive: true, force: true });
  for (const made of [corpus, found, kept]) mkdirSync(made, { recursive: true });
  cpSync(kept, corpus, { recursive: true });
  seed(name, corpus);
  const before = readdirSync(corpus).length;
  const limits = ['-max_len=4096', '-timeout=10', '-rss_limit_mb=1024'];
  const started = Date.now();
  const { status, stderr } = spawnSync(
    program,
    [corpus, `-max_total_time=${seconds}`, ...limits, '-print_final_stats=1', `-artifact_prefix=${found}/`],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const took = Math.round((Date.now() - started) / 1000);
  const executions = /number_of_executed_units: (\d+)/.exec(stderr)?.[1] ?? '?';
  const coverage = [...stderr.matchAll(/cov: (\d+)/g)].at(-1)?.[1] ?? '?';
  say(
    `${name}: ${executions} executions in ${took} s, cov: ${coverage}, corpus ${before} and ${readdirSync(corpus).length - before} new`,
  );
  if (status !== 0) {
    console.log(stderr.split('\n').slice(-40).join('\n'));
    return false;
  }
  if (values.keep) keep(name, program, corpus, kept);
  return true;
}

/**
 * The fewest inputs that reach, with the examples, as much as all do become the kept corpus.
 * @param {string} name
 * @param {string} program
 * @param {string} corpus
 * @param {string} kept
 */
function keep(name, program, corpus, kept) {
  const merged = `${corpus}.merged`;
  rmSync(merged, { recursive: true, force: true });
  mkdirSync(merged);
  seed(name, merged);
  const { status, stderr } = spawnSync(
    program,
    ['-set_cover_merge=1', '-use_counters=0', '-max_len=4096', merged, corpus],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) fail(`cannot merge: ${stderr.slice(-500)}`);
  rmSync(kept, { recursive: true, force: true });
  cpSync(merged, kept, { recursive: true, filter: (file) => !file.endsWith('.json') });
}

say('building the fuzzers');
exec('cargo', ['build', '--quiet', '--release', '--locked', '--target', host, '--target-dir', target], {
  cwd: folder,
  env: { RUSTFLAGS: FLAGS.join(' ') },
});
const passed = TARGETS.map(fuzz).filter(Boolean).length;
console.log(`${passed} passed, ${TARGETS.length - passed} failed`);
process.exit(passed === TARGETS.length ? 0 : 1);
