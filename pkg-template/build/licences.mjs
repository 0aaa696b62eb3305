// npm run licences: writes THIRD-PARTY-LICENSES.md, which the package carries: whose code is compiled into its
// wasm, and under which licence. Of JavaScript nothing is bundled that is not of this repository; the build
// checks it (`package.mjs`).

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENTRIES } from './entries.mjs';
import { metadata, root } from './setup.mjs';
import { target } from './wasm.mjs';

/** Where it is kept. */
export const LICENCES = path.join(root, 'pkg-template', 'THIRD-PARTY-LICENSES.md');

/** A licence's text, among the files of a crate; the first that is there. */
const FILES = {
  MIT: [/^licen[cs]e[-_]mit(\.\w+)?$/i, /^licen[cs]e(\.\w+)?$/i],
  'Unicode-3.0': [/^licen[cs]e-unicode$/i],
};

/** @typedef {keyof typeof FILES} Licence */
/** @typedef {import('./setup.mjs').Crate} Crate */

/** Rust's own libraries are in every module; cargo does not list them. */
const RUST = {
  name: "Rust's core, alloc, std (hashbrown in it) and compiler_builtins",
  holder: "Copyright (c) The Rust Project Contributors\nCopyright (c) 2016 Amanieu d'Antras (hashbrown)",
  from: 'https://github.com/rust-lang/rust',
};

/**
 * The crates whose code is compiled into the wasm of a feature: neither macros nor what builds need.
 * @param {string} feature
 * @returns {Crate[]}
 */
function compiledInto(feature) {
  const { packages, resolve } = metadata(['--filter-platform', target, '--features', feature]);
  const crates = new Map(packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const own = packages.find(({ source }) => source === null);
  /** @type {Set<string>} */
  const reached = new Set();
  const visit = (/** @type {string} */ id) => {
    if (reached.has(id) || crates.get(id)?.targets.some(({ kind }) => kind.includes('proc-macro'))) return;
    reached.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id)?.deps ?? [])
      if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(own?.id ?? '');
  return packages.filter((crate) => reached.has(crate.id) && crate !== own);
}

/**
 * What is taken of what a crate offers: MIT where there is a choice.
 * @param {Crate} crate
 * @returns {Licence[]}
 */
function taken({ name, license }) {
  const parts = (license ?? '').split(' AND ').map((part) => part.replaceAll(/[()]/g, '').split(/ OR |\//));
  return parts.map((choices) => {
    const found = /** @type {Licence[]} */ (Object.keys(FILES)).find((licence) => choices.includes(licence));
    if (!found) throw new Error(`${name} is under ${license}: say in licences.mjs how its text is found`);
    return found;
  });
}

/** @param {Crate} crate @param {Licence} licence */
function textOf({ name, manifest_path }, licence) {
  const folder = path.dirname(manifest_path);
  const files = readdirSync(folder).sort();
  const file = FILES[licence].flatMap((pattern) => files.filter((one) => pattern.test(one)))[0];
  if (!file) return undefined;
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  if (licence === 'MIT' && !text.includes('Permission is hereby granted'))
    throw new Error(`${file} of ${name} is not the licence MIT`);
  return text;
}

/** The text of THIRD-PARTY-LICENSES.md. */
export function licences() {
  /** @type {Map<string, { crate: Crate, modules: string[] }>} */
  const all = new Map();
  for (const { wasmName, feature } of ENTRIES) {
    for (const crate of compiledInto(feature)) {
      const known = all.get(crate.id) ?? { crate, modules: [] };
      all.set(crate.id, known);
      known.modules.push(`${wasmName}.wasm`);
    }
  }
  const sorted = [...all.values()].sort((a, b) => (titleOf(a.crate) < titleOf(b.crate) ? -1 : 1));
  /** @type {Map<string, string[]>} */
  const texts = new Map([[`${RUST.holder}\n\n${MIT}`, [RUST.name]]]);
  const rows = sorted.map(({ crate, modules }) => {
    const ids = taken(crate);
    for (const id of ids) {
      const text = textOf(crate, id) ?? withoutFile(crate, id);
      texts.set(text, [...(texts.get(text) ?? []), titleOf(crate)]);
    }
    return `| ${crate.name} | ${crate.version} | ${crate.license} | ${ids.join(' and ')} | ${modules.join(', ')} |`;
  });
  return `# Licences of what is inside

Written by \`npm run licences\`. The package itself is under the licence in LICENSE. Its WebAssembly modules have code of the crates below compiled in, and of ${RUST.name} (${RUST.from}, MIT OR Apache-2.0, taken under MIT). Its JavaScript has nothing of others but what wasm-bindgen writes.

| crate | version | offered under | taken under | in |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

${[...texts].map(([text, crates]) => `## ${crates.join(', ')}\n\n\`\`\`\n${text}\n\`\`\`\n`).join('\n')}`;
}

/** @param {Crate} crate */
const titleOf = ({ name, version }) => `${name} ${version}`;

/**
 * The licence of a crate that comes without a file of it: whose it is says its manifest.
 * @param {Crate} crate
 * @param {Licence} licence
 */
function withoutFile({ name, authors, repository }, licence) {
  if (licence !== 'MIT') throw new Error(`${name} has no text of ${licence}`);
  const holders = authors.length > 0 ? authors.join(', ') : `the authors of ${repository ?? name}`;
  return `Copyright (c) ${holders}\n\n${MIT}`;
}

/** The licence MIT but for whose it is, as this repository has it. */
const MIT = readFileSync(path.join(root, 'LICENSE'), 'utf8')
  .replace(/^[^]*?(?=Permission)/, '')
  .trim();

if (fileURLToPath(import.meta.url) === process.argv[1]) writeFileSync(LICENCES, licences());
