// Compiles the programs of this folder and those made from the declarations with one compiler, under every
// setting that its users have; the package's declarations are checked with them. Prints how it went.
//
// A check is what follows a comment `// check: …`, up to the next; it fails when the compiler finds fault
// with one of its lines.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inputChecks } from './inputs.mjs';
import { unionChecks } from './unions.mjs';

const [compiler] = process.argv.slice(2);

const nodenext = { module: 'nodenext', moduleResolution: 'nodenext' };
const SETTINGS = [
  { name: 'node16', kinds: ['mts', 'cts'], options: { module: 'node16', moduleResolution: 'node16' } },
  { name: 'nodenext', kinds: ['mts', 'cts'], options: nodenext },
  { name: 'bundler', kinds: ['mts'], options: { module: 'esnext', moduleResolution: 'bundler' } },
  {
    name: 'bundler',
    kinds: ['cts'],
    options: { module: 'commonjs', moduleResolution: 'bundler' },
    not: ['5.0', '5.9'],
  },
  // Where there is no `dom`, these packages type what the platform has. Node's needs a newer compiler.
  {
    name: 'nodenext with the types of Node',
    kinds: ['mts', 'cts'],
    options: { ...nodenext, lib: ['es2022'], types: ['node'] },
    not: ['5.0'],
  },
  {
    name: 'nodenext with the types of Workers',
    kinds: ['mts', 'cts'],
    options: { ...nodenext, lib: ['es2022'], types: ['@cloudflare/workers-types'] },
  },
].filter(({ not = [] }) => !not.some((version) => compiler.endsWith(version)));

/** Programs that are ES modules only. */
const ESM_ONLY = ['hover.mts', 'wasm.mts'];

const report = { passed: [], failed: [] };
const folder = 'programs';
mkdirSync(folder, { recursive: true });
for (const kind of ['mts', 'cts']) {
  for (const name of ['promises', 'subpaths'])
    copyFileSync(`${name}.mts`, path.join(folder, `${name}.${kind}`));
  writeFileSync(path.join(folder, `unions.${kind}`), program(unionChecks()));
  writeFileSync(path.join(folder, `inputs.${kind}`), program(inputChecks()));
}
for (const name of ESM_ONLY) copyFileSync(name, path.join(folder, name));
SETTINGS.forEach(compile);
console.log(JSON.stringify(report));

/** A program of checks. */
function program(checks) {
  return [
    "import * as Dixa from 'dixa-conversations';",
    "import * as Webhooks from 'dixa-conversations/webhooks';",
    'declare const dixa: Dixa.ConversationsClient;',
    ...checks.flatMap(({ name, lines }) => [`// check: ${name}`, ...lines]),
  ].join('\n');
}

function compile({ name, kinds, options }) {
  const made = options.lib ? [] : ['unions', 'inputs'];
  const both = ['subpaths', 'promises', ...made].flatMap((program) =>
    kinds.map((kind) => `${program}.${kind}`),
  );
  const programs = [...both, ...(kinds.includes('mts') ? ESM_ONLY : [])];
  const config = {
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types: [],
      ...options,
    },
    files: ['../same.d.ts', ...programs],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  const words = [path.join('node_modules', compiler, 'bin', 'tsc'), '-p', folder, '--pretty', 'false'];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const faults = stdout
    .split(/\n(?=\S)/)
    .filter((fault) => fault.trim() !== '')
    .map(faultOf);
  const found = (check, what) => {
    const messages = faults.filter((fault) => fault.check === check).map(({ message }) => message);
    if (messages.length === 0) report.passed.push(what);
    else report.failed.push({ name: what, message: messages.join('\n') });
  };
  for (const program of programs) {
    const file = path.join(folder, program);
    for (const check of checksOf(file))
      found(`${file}: ${check.name}`, `${name}, ${path.extname(program)}: ${check.name}`);
  }
  // Whatever is at none of their lines: the package's own declarations, imports, settings.
  if (status !== 0 && faults.length === 0) faults.push({ check: undefined, message: `${status}: ${stderr}` });
  found(undefined, `${name}: the declarations compile as they are`);
}

/** The checks of a program and the lines they start at. */
function checksOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      line.startsWith('// check: ') ? [{ name: line.slice(10), from: index + 1 }] : [],
    );
}

/** What the compiler said, and of which check. */
function faultOf(message) {
  const [, file, line] = /^([^(\n]+)\((\d+),\d+\): /.exec(message) ?? [];
  const check = file?.startsWith(folder)
    ? checksOf(file).findLast(({ from }) => from <= Number(line))
    : undefined;
  const source = check
    ? `\n${readFileSync(file, 'utf8')
        .split('\n')
        .slice(line - 1, line + 1)
        .join('\n')}`
    : '';
  return { check: check && `${file}: ${check.name}`, message: message.trim() + source };
}
