// Joins wasm, shell and types into `pkg/`, and says how large it is.

import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { bytesModule } from './encode.mjs';
import { ENTRIES, PLAIN } from './entries.mjs';
import { LICENCES } from './licences.mjs';
import { exec, fail, root, say } from './setup.mjs';
import { makeWasm } from './wasm.mjs';

const template = path.join(root, 'pkg-template');

/** Most that a page may download, JavaScript and wasm, compressed with brotli. */
const MOST_BROTLI = 60 * 1024;

/** @param {...string} names */
const text = (...names) => readFileSync(path.join(template, ...names), 'utf8');

/** The crate's version is the package's. */
export function version() {
  const found = /^version = "([^"]+)"/m.exec(readFileSync(path.join(root, 'Cargo.toml'), 'utf8'))?.[1];
  return found ?? fail('Cargo.toml names no version');
}

/** Where the repository is, when whoever builds says so: the workflow of a release does. */
function repository() {
  const url = process.env.REPOSITORY_URL;
  if (!url) return {};
  return {
    repository: { type: 'git', url: `git+${url}.git` },
    bugs: `${url}/issues`,
    homepage: `${url}#readme`,
  };
}

/**
 * A page as npm shows it: what it links in the repository has its whole address, where that is known. Code stays.
 * @param {string} page
 * @param {string | undefined} url of the repository
 */
export function published(page, url) {
  if (!url) return page;
  const at = (/** @type {string} */ kind) => `${url}/${kind}/v${version()}/`;
  const piece = (/** @type {string} */ text) =>
    text
      .replace(/(!\[[^\]]*\]\(|\bsrc(?:set)?=")(?![a-z]+:)/g, `$1${at('raw')}`)
      .replace(/((?<!!)\[[^\]]*\]\()(?![a-z]+:|#)/g, `$1${at('blob')}`);
  return page
    .split(/(^```[^]*?^```$)/m)
    .map((text, index) => (index % 2 === 1 ? text : piece(text)))
    .join('');
}

/** Makes what is published, in `pkg/`. */
export async function makePackage() {
  exec('cargo', ['run', '--quiet', '--bin', 'print']);
  const pkg = path.join(root, 'pkg');
  await join(pkg);
  weigh(path.join(pkg, 'dist'));
}

/** The same, but that a call with the header `x-panic` panics (`src/bindings/client.rs`). For tests only. */
export async function makeFaultyPackage() {
  const pkg = path.join(root, 'target', 'faulty');
  await join(pkg, ',faulty');
  return pkg;
}

/**
 * @param {string} pkg
 * @param {string} [more] features of the client
 */
async function join(pkg, more = '') {
  const made = ENTRIES.map(({ feature }) => makeWasm(feature === 'client' ? feature + more : feature));
  say('joining the package');
  const dist = path.join(pkg, 'dist');
  rmSync(pkg, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  for (const [index, entry] of ENTRIES.entries()) await variants(dist, entry, made[index]);
  for (const { name } of PLAIN) await plainEntries(dist, name);
  const names = exported();
  writeFileSync(
    path.join(dist, 'node.mjs'),
    `// One class for import and require.\nimport all from './index.cjs';\nexport const { ${names.join(', ')} } = all;\n`,
  );
  types(dist);
  const manifest = { ...JSON.parse(text('package.json')), version: version(), ...repository() };
  writeFileSync(path.join(pkg, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'SECURITY.md']) {
    const page = published(readFileSync(path.join(root, name), 'utf8'), process.env.REPOSITORY_URL);
    writeFileSync(path.join(pkg, name), page);
  }
  copyFileSync(LICENCES, path.join(pkg, path.basename(LICENCES)));
}

/**
 * The files of one entry: ES module and CommonJS with the wasm as text beside them, and those of runtimes
 * that import a compiled module.
 * @param {string} dist
 * @param {import('./entries.mjs').Entry} entry
 * @param {{ wasm: Uint8Array, glue: string }} made
 */
async function variants(dist, { name, wasmName }, { wasm, glue }) {
  const embedded = bytesModule(wasm);
  writeFileSync(path.join(dist, `${wasmName}.mjs`), embedded);
  writeFileSync(path.join(dist, `${wasmName}.cjs`), embedded.replace('export default', 'module.exports ='));
  writeFileSync(path.join(dist, `${wasmName}.wasm`), wasm);
  const decoded = (/** @type {string} */ from) =>
    `import source from './${from}';\nimport { decode } from './decode.mjs';\nexport const getSource = () => decode(source);\n`;
  const compiled = (/** @type {string} */ from) =>
    `import module from './${from}';\nexport const getSource = () => module;\n`;
  const files = [
    { file: `${name}.mjs`, format: 'esm', source: decoded(`${wasmName}.mjs`) },
    { file: `${name}.cjs`, format: 'cjs', source: decoded(`${wasmName}.cjs`) },
    { file: `${name}.workerd.mjs`, format: 'esm', source: compiled(`${wasmName}.wasm`) },
    { file: `${name}.edge-light.mjs`, format: 'esm', source: compiled(`${wasmName}.wasm?module`) },
  ];
  for (const { file, format, source } of files) {
    const made = new Map([
      ['source.mjs', source],
      ['glue.mjs', glue],
    ]);
    await bundled(dist, name, file, format, {
      external: [`./${wasmName}.*`],
      plugins: [
        {
          name: 'made',
          setup(plugin) {
            const filter = /\/(source|glue)\.mjs$/;
            plugin.onResolve({ filter }, ({ path: wanted }) => ({
              path: path.basename(wanted),
              namespace: 'made',
            }));
            plugin.onLoad({ filter: /./, namespace: 'made' }, ({ path: wanted }) => ({
              contents: made.get(wanted) ?? '',
              resolveDir: path.join(template, 'src'),
            }));
          },
        },
      ],
    });
  }
}

/**
 * The files of an entry without wasm.
 * @param {string} dist
 * @param {string} name
 */
async function plainEntries(dist, name) {
  await bundled(dist, name, `${name}.mjs`, 'esm');
  await bundled(dist, name, `${name}.cjs`, 'cjs');
}

/**
 * One file of an entry.
 * @param {string} dist
 * @param {string} name of the entry's source
 * @param {string} file
 * @param {string} format
 * @param {import('esbuild').BuildOptions} [more]
 */
async function bundled(dist, name, file, format, more = {}) {
  const outfile = path.join(dist, file);
  const { outputFiles, metafile } = await build({
    entryPoints: [path.join(template, 'src', `${name}.mjs`)],
    outfile,
    bundle: true,
    format: /** @type {import('esbuild').Format} */ (format),
    target: 'es2022',
    platform: 'neutral',
    minify: true,
    // Node prints the whole line that an error was thrown in.
    lineLimit: 160,
    legalComments: 'none',
    define: { VERSION: JSON.stringify(version()), ENTRY: JSON.stringify(name) },
    ...more,
    write: false,
    metafile: true,
  });
  // THIRD-PARTY-LICENSES.md says so.
  const foreign = Object.keys(metafile.inputs).find((input) => input.includes('node_modules'));
  if (foreign) fail(`${foreign} is bundled: its licence would have to go along`);
  writeFileSync(outfile, repaired(outputFiles[0].text));
}

/**
 * Two things that the minifier does for people, not for other bundlers. Strings that it broke at the limit of
 * a line are joined: whoever indents what it wraps (Rollup, for CommonJS) puts tabs into them. And what was
 * marked as without effect is marked again: nothing of the module could be left out otherwise.
 * @param {string} minified
 */
function repaired(minified) {
  const joined = minified.replaceAll(/(?<!\\)\\\n/g, '');
  return joined.replaceAll(/=(?=\(\(\)=>\{|Symbol\.\s*for\()/g, '=/*@__PURE__*/');
}

/** What the package's main entry exports, as its types say. */
function exported() {
  return [...typesOf(ENTRIES[0]).matchAll(/^export declare (?:class|function|const) (\w+)/gm)]
    .map(([, name]) => name)
    .sort();
}

/** @param {{ types: string[] }} entry */
const typesOf = ({ types }) => types.map((file) => text(file)).join('\n');

/** @param {string} dist */
function types(dist) {
  for (const entry of [...ENTRIES, ...PLAIN]) {
    const declarations = typesOf(entry);
    writeFileSync(path.join(dist, `${entry.name}.d.mts`), declarations);
    // A CommonJS module of types looks for its neighbours by their own names.
    writeFileSync(
      path.join(dist, `${entry.name}.d.cts`),
      declarations.replaceAll(/'\.\/(\w+)\.mjs'/g, "'./$1.cjs'"),
    );
  }
  writeFileSync(
    path.join(dist, 'wasm.d.ts'),
    "import type { WasmModule } from './index.mjs';\n\ndeclare const module: WasmModule;\nexport default module;\n",
  );
}

/** @param {string} dist */
function weigh(dist) {
  const size = (/** @type {string} */ name) => {
    const bytes = readFileSync(path.join(dist, name));
    return { name, raw: bytes.length, brotli: brotliCompressSync(bytes).length };
  };
  const names = ENTRIES.flatMap(({ name, wasmName }) => [
    `${name}.mjs`,
    `${wasmName}.mjs`,
    `${wasmName}.wasm`,
  ]);
  const rows = [...names, ...PLAIN.map(({ name }) => `${name}.mjs`)].map(size);
  console.table(Object.fromEntries(rows.map(({ name, raw, brotli }) => [name, { raw, brotli }])));
  const page = rows.filter(({ name }) => ['index.mjs', 'dixa_bg.mjs'].includes(name));
  const total = page.reduce((sum, { brotli }) => sum + brotli, 0);
  const line = `a page downloads ${(total / 1024).toFixed(1)} KB (brotli), of ${MOST_BROTLI / 1024} KB at most`;
  if (total > MOST_BROTLI) fail(line);
  say(line);
}
