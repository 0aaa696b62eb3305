// npm test: everything that is checked, stage after stage, and a table at the end. A stage that fails does
// not keep the others from running. `npm test contract shell` runs these stages only.

import { spawn } from 'node:child_process';
import path from 'node:path';
import {
  browser,
  fail,
  packages,
  root,
  say,
  setup,
  wasmBindgenTestRunner,
} from '../pkg-template/build/setup.mjs';

const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const consoleFolder = path.join(root, 'demo', 'console');
const edgeFolder = path.join(root, 'demo', 'edge');
const extensionFolder = path.join(root, 'demo', 'extension');
const benchFolder = path.join(root, 'tests', 'bench');
const docsFolder = path.join(root, 'docs');
const wasm = ['--target', 'wasm32-unknown-unknown'];
const wasmTest = ['cargo', 'test', '--lib', ...wasm, '--features', 'client'];
const lints = ['--', '-D', 'warnings'];
const nodeTest = (folder) => [
  'node',
  '--test',
  '--test-reporter=tap',
  path.join('tests', folder, `${folder}.test.mjs`),
];

const consoleTests = ['console', 'failures', 'access'].map((name) => [
  'node',
  '--test',
  '--test-reporter=tap',
  path.join('tests', 'console', `${name}.test.mjs`),
]);

/** One after the other: what they measure is time and memory. */
const hostile = ['matrix', 'secrets', 'abort', 'exit', 'limiter', 'load'].map((name) => [
  'node',
  '--expose-gc',
  '--test',
  '--test-reporter=tap',
  path.join('tests', 'hostile', `${name}.test.mjs`),
]);

const found = {};

/** Name, what it needs first, its commands (words, and what is added to the environment), lines to show. */
const STAGES = [
  {
    name: 'format',
    commands: [
      ['cargo', 'fmt', '--check'],
      [bin('prettier'), '--check', '--log-level', 'warn', '.'],
      ['node', 'tests/first-lines.mjs'],
    ],
  },
  {
    name: 'lint',
    commands: [
      ['cargo', 'clippy', '--quiet', '--all-targets', ...lints],
      ['cargo', 'clippy', '--quiet', '--all-targets', ...wasm, '--features', 'client', ...lints],
      ...['sandbox', 'webhooks'].map((feature) => [
        ...['cargo', 'clippy', '--quiet', '--lib', ...wasm],
        ...['--features', feature, ...lints],
      ]),
    ],
  },
  { name: 'native', commands: [['cargo', 'test', '--quiet', '--no-fail-fast']] },
  {
    name: 'fuzz',
    commands: [['node', 'tests/fuzz/run.mjs']],
    shows: /\S \w+: \d+ executions\b.*$/gm,
  },
  { name: 'build', commands: [['node', 'pkg-template/build/build.mjs']] },
  {
    name: 'types',
    before: () => [consoleFolder, edgeFolder, extensionFolder, benchFolder, docsFolder].forEach(packages),
    commands: [
      [bin('tsc'), '-p', root],
      [bin('tsc'), '-p', edgeFolder],
    ],
  },
  {
    name: 'wasm in Node',
    commands: [wasmTest],
    env: () => ({ CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: wasmBindgenTestRunner }),
  },
  {
    name: 'wasm in Chromium',
    commands: [wasmTest],
    env: () => ({
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: wasmBindgenTestRunner,
      WASM_BINDGEN_USE_BROWSER: '1',
      // In seconds; it waits 5 and 20 else, and a slow machine needs more.
      WASM_BINDGEN_TEST_DRIVER_TIMEOUT: '120',
      WASM_BINDGEN_TEST_TIMEOUT: '300',
      CHROMEDRIVER: found.chromedriver,
    }),
    needsBrowser: true,
  },
  { name: 'shell', commands: [nodeTest('shell')] },
  { name: 'contract', commands: [nodeTest('contract')] },
  {
    name: 'drift',
    commands: [['cargo', 'build', '--quiet', '--bin', 'print'], nodeTest('drift')],
  },
  {
    name: 'differential',
    commands: [['cargo', 'build', '--quiet', '--example', 'typed'], nodeTest('differential')],
    shows: /^# (\d+ cases, seed .*)$/gm,
  },
  {
    name: 'proxy',
    commands: [nodeTest('proxy')],
    shows: /^# \d+ hostile requests\b.*$/gm,
  },
  { name: 'helpers', commands: [nodeTest('helpers')] },
  {
    name: 'docs',
    before: () => packages(docsFolder),
    commands: [nodeTest('docs'), ['node', 'docs/build/build.mjs']],
    shows: /^# \d+ snippets\b.*$/gm,
  },
  {
    name: 'hostile',
    commands: hostile,
    shows: /^# (\d+ (kinds of calls|errors and|calls|aborts|calls at once)\b.*|looked at twice.*)$/gm,
  },
  { name: 'package', before: () => packages(consoleFolder), commands: [nodeTest('package')] },
  {
    name: 'release',
    commands: [nodeTest('release')],
    shows: /^# (\d+ files, \d+ KB packed\b.*)$/gm,
  },
  {
    name: 'places',
    commands: [['node', 'tests/package/run.mjs', '--core']],
    env: () => ({ CHROMIUM: found.chromium, CHROMEDRIVER: found.chromedriver }),
    needsBrowser: true,
  },
  {
    name: 'bench',
    commands: [['node', '--test', '--test-reporter=tap', 'tests/bench/bench.test.mjs']],
    env: () => ({ CHROMIUM: found.chromium, CHROMEDRIVER: found.chromedriver }),
    needsBrowser: true,
  },
  {
    name: 'console',
    before: () => packages(consoleFolder),
    commands: [['npm', '--prefix', consoleFolder, 'run', '--silent', 'build'], ...consoleTests],
    shows: /^# (layout shift at .*|axe: .*)$/gm,
    env: () => ({ CHROMIUM: found.chromium }),
    needsBrowser: true,
  },
  { name: 'edge', before: () => packages(edgeFolder), commands: [nodeTest('edge')] },
  {
    name: 'extension',
    before: () => [consoleFolder, extensionFolder].forEach(packages),
    commands: [nodeTest('extension')],
    env: () => ({ CHROMIUM: found.chromium, CHROMEDRIVER: found.chromedriver }),
    needsBrowser: true,
  },
];

/** Runs a command; gives its status and what it printed. */
function run(words, env) {
  return new Promise((resolve) => {
    const [command, ...parameters] = words;
    const child = spawn(command, parameters, { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ status: 1, output: `${output}${error.message}\n` }));
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** How many tests passed and failed, as the reports of Rust, Node and the places say. */
function counted(output) {
  const sum = (pattern) =>
    [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
  return {
    passed:
      sum(/test result: \w+\. (\d+) passed/g) + sum(/^# pass (\d+)$/gm) + sum(/^(\d+) passed, \d+ failed$/gm),
    failed:
      sum(/test result: \w+\. \d+ passed; (\d+) failed/g) +
      sum(/^# fail (\d+)$/gm) +
      sum(/^\d+ passed, (\d+) failed$/gm),
  };
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !STAGES.some((stage) => stage.name === name));
if (unknown) fail(`there is no stage ${unknown}; there are: ${STAGES.map((stage) => stage.name).join(', ')}`);
const stages = STAGES.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));

setup();
if (stages.some((stage) => stage.needsBrowser)) Object.assign(found, browser());

const table = {};
let total = { passed: 0, failed: 0 };
for (const { name, commands, before, env, shows } of stages) {
  const started = Date.now();
  say(name);
  before?.();
  let [passed, failed, broken] = [0, 0, false];
  for (const command of commands) {
    const { status, output } = await run(command, env?.());
    const count = counted(output);
    for (const [line] of shows ? output.matchAll(shows) : []) console.log(line.slice(2));
    passed += count.passed;
    failed += count.failed;
    // A check that is no test suite counts as one test.
    if (count.passed + count.failed === 0) status === 0 ? passed++ : failed++;
    if (status === 0) continue;
    if (count.failed === 0 && count.passed > 0) failed++;
    broken = true;
    console.log(output.split('\n').slice(-200).join('\n'));
    break;
  }
  total = { passed: total.passed + passed, failed: total.failed + failed };
  table[name] = {
    passed,
    failed,
    seconds: Math.round((Date.now() - started) / 1000),
    result: broken ? 'FAILED' : 'ok',
  };
}
console.table(table);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
