// @ts-check
// The named blocks of the guides (```ts name.ts, ```tsx Name.tsx), as files: written, type-checked together, run one by one.
// A ```text block right behind one is what it prints; `--write` puts there what it printed.

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { root } from '../../pkg-template/build/setup.mjs';

/** @typedef {{ guide: string, name: string, code: string, file: string, expected: string | undefined }} Snippet */

const run = promisify(execFile);
const guides = path.join(root, 'docs', 'guides');
const folder = path.join(root, 'docs', '.work', 'snippets');
const BLOCK = /^```tsx? (\S+\.tsx?)\n([^]*?)^```\n(?:\n```text\n([^]*?)^```\n)?/gm;

const texts = () =>
  readdirSync(guides)
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({
      guide: path.basename(file, '.md'),
      text: readFileSync(path.join(guides, file), 'utf8'),
    }));

/** All blocks that have a name. @returns {Snippet[]} */
export function snippets() {
  return texts().flatMap(({ guide, text }) =>
    [...text.matchAll(BLOCK)].map(([, name = '', code = '', expected]) => {
      return { guide, name, code, file: path.join(folder, guide, name), expected };
    }),
  );
}

/** What a guide has from the README, which has it from a file. */
const BORROWED = { extension: { name: 'bridge.ts', from: 'demo/extension/src/bridge.ts' } };

/** Guides with a block of code that has no name, which nobody would check. */
export function unnamed() {
  return texts()
    .filter(({ text }) => /^```(?:[jt]sx?|mjs|javascript|typescript)$/m.test(text))
    .map(({ guide }) => guide);
}

/** @param {string} file */
const compiledFile = (file) => file.replace(/tsx?$/, 'js');

/** Writes them, as they are and compiled. @param {Snippet[]} all */
export async function write(all) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  symlinkSync(path.join(root, 'pkg'), path.join(folder, 'node_modules', 'dixa-conversations'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    jsx: 'react-jsx',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node', 'chrome'],
    typeRoots: [path.join(root, 'node_modules/@types'), path.join(root, 'docs/node_modules/@types')],
    skipLibCheck: true,
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const borrowed = Object.entries(BORROWED).map(([guide, { name, from }]) => ({
    file: path.join(folder, guide, name),
    code: readFileSync(path.join(root, from), 'utf8'),
  }));
  for (const { file, code } of [...all, ...borrowed]) {
    mkdirSync(path.dirname(file), { recursive: true });
    // The conversation of the texts, as the sandbox calls it; `printed` turns it back. Who makes a sandbox knows.
    const here = code.includes('createSandbox(') ? code : code.replaceAll('1234', '10001');
    writeFileSync(file, here);
    const loader = file.endsWith('x') ? 'tsx' : 'ts';
    const { code: compiled } = await transform(here, { loader, jsx: 'automatic', target: 'es2022' });
    writeFileSync(compiledFile(file), compiled);
  }
}

/** What the compiler says of all of them; nothing when all is well. */
export async function mistakes() {
  const tsc = path.join(root, 'node_modules/.bin/tsc');
  const failed = await run(tsc, ['-p', folder]).then(
    () => undefined,
    (error) => `${error.stdout}${error.stderr}`,
  );
  return failed ?? '';
}

/** What one of them prints. @param {Snippet} snippet */
export async function printed({ file }) {
  const runner = path.join(root, 'docs/build/run-snippet.mjs');
  const parameters = [runner, compiledFile(file)];
  // A test of a test would report to this one.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { stdout } = await run(process.execPath, parameters, {
    cwd: path.dirname(file),
    timeout: 120_000,
    env,
  });
  return stdout.replaceAll('10001', '1234');
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === '--write') {
  const all = snippets();
  await write(all);
  for (const snippet of all.filter(({ expected }) => expected !== undefined)) {
    const file = path.join(guides, `${snippet.guide}.md`);
    const output = await printed(snippet);
    const text = readFileSync(file, 'utf8').replace(BLOCK, (whole, name) =>
      name === snippet.name
        ? whole.replace(/\n```text\n[^]*$/, () => `\n\`\`\`text\n${output}\`\`\`\n`)
        : whole,
    );
    writeFileSync(file, text);
  }
}
