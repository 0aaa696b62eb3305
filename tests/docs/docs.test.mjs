// @ts-check
// What the documentation shows has run: an example for each operation, and every block of the guides, which is
// type-checked as strictly as can be besides. Not here: the site and its links (`docs/build/build.mjs`).

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { DECLARED } from '../../docs/build/declarations.mjs';
import { printedBy } from '../../docs/build/examples.mjs';
import { checkLinks } from '../../docs/build/links.mjs';
import { page } from '../../docs/build/pages.mjs';
import { mistakes, printed, snippets, unnamed, write } from '../../docs/build/snippets.mjs';
import { linked } from '../../docs/build/sources.mjs';
import { OPERATIONS } from '../../pkg-template/generated/operations.mjs';
import { differing } from '../lists.mjs';

const examples = new URL('../../docs/examples/', import.meta.url);

test('every operation of the table is documented and has an example, and there is no other example', () => {
  const names = OPERATIONS.map(({ name }) => name);
  const files = readdirSync(examples).map((file) => file.replace(/\.mjs$/, ''));
  assert.deepEqual(
    [
      ...differing(
        'the declarations of the package',
        DECLARED.map(({ name }) => name),
        names,
      ),
      ...differing('docs/examples', files, names),
    ],
    [],
  );
});

test('every example calls its operation, and prints the same in every run', async () => {
  const names = new Set(readdirSync(examples).map((file) => file.replace(/\.mjs$/, '')));
  for (const operation of DECLARED.filter(({ name }) => names.has(name))) {
    assert.equal(await printedBy(operation), await printedBy(operation), operation.name);
  }
});

test('the page of an operation says what it takes, gives, answers and whether it is repeated', async () => {
  const operation = DECLARED.find(({ name }) => name === 'claimConversation');
  assert.ok(operation);
  const text = await page(operation);
  for (const part of [
    '`PUT /v1/conversations/{conversationId}/claim`',
    '| `force` | boolean |',
    "agentId: 'a53b25da-f676-4c52-acac-58c9280aa23d'",
    'Repeated when an attempt fails in passing, unless `force` is true.',
    '| 409 | {@link dixa-conversations.ConflictError | ConflictError} | `conflict` | `rejected` | 1 |',
    '| 500 | {@link dixa-conversations.ServerError | ServerError} | `server_error` | `unknown` | 3 |',
    'CONTRACT.md#3-core-endpoints-23',
  ]) {
    assert.ok(text.includes(part), `the page lacks ${part}:\n${text}`);
  }
});

test('the guide of errors has each code that there is, and no other', () => {
  const read = (/** @type {string} */ name) =>
    readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  const found = (/** @type {string} */ text, /** @type {RegExp} */ pattern) =>
    [...text.matchAll(pattern)].map(([, code = '']) => code);
  const client = readdirSync(new URL('../../src/client', import.meta.url)).filter((name) =>
    name.endsWith('.rs'),
  );
  const rust = [...client.map((name) => `client/${name}`), 'codec/answer.rs']
    .map((name) => read(`src/${name}`))
    .join('');
  const shell = ['client', 'context', 'engine', 'instance', 'options', 'paging', 'stringify']
    .map((name) => read(`pkg-template/src/${name}.mjs`))
    .join('');
  const named = [
    ...found(
      rust,
      /(?:Failure::new\(\s*(?:Class::\w+|class),\s*|\(Class::\w+, |Self::\w+ => )"([a-z0-9_]+)"/g,
    ),
    ...found(rust, /const DUPLICATE: &str = "(\w+)"/g),
    ...found(shell, /'([a-z]+(?:_[a-z]+)+)'/g).filter((code) => code !== 'not_sent'),
    ...found(shell, /code: '(\w+)'/g),
    // Of `dixa-conversations/webhooks`.
    'invalid_event',
  ];
  const table = read('docs/guides/errors.md').split('## Codes')[1]?.split('\n## ')[0] ?? '';
  assert.deepEqual(
    found(table, /`([a-z0-9_]+)`/g)
      .filter((code) => code !== 'code')
      .sort(),
    [...new Set(named)].sort(),
  );
});

test('names in code are linked, but not in blocks, headings and links', () => {
  const text = '# `listTags`\n\n`listTags` and [`listTags`](x.md)\n\n```ts a.ts\n`listTags`\n```\n';
  assert.equal(
    linked(text, '..'),
    text.replace('\n\n`listTags` and', '\n\n[`listTags`](../listTags.md) and'),
  );
});

test('a link to a page or an anchor that is not there is found', () => {
  const site = mkdtempSync(path.join(tmpdir(), 'dixa-conversations-site-'));
  const links = ['b.html', 'b.html#there', 'b.html#gone', 'gone.html', 'https://example.com/'];
  writeFileSync(path.join(site, 'a.html'), links.map((link) => `<a href="${link}">x</a>`).join(''));
  writeFileSync(path.join(site, 'b.html'), '<h2 id="there">b</h2>');
  const found = checkLinks(site);
  rmSync(site, { recursive: true });
  assert.deepEqual(found, { held: 2, broken: ['a.html: b.html#gone', 'a.html: gone.html'] });
});

test('every block of the guides has a name, is strict TypeScript, runs, and prints what the guide says', async (context) => {
  assert.deepEqual(unnamed(), []);
  const all = snippets();
  assert.equal(new Set(all.map(({ file }) => file)).size, all.length);
  await write(all);
  assert.equal(await mistakes(), '');
  const waiting = [...all];
  /** @type {string[]} */
  const failed = [];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const { guide, name, expected } = one;
      const output = await printed(one).catch((error) => `${error.message}${error.stdout}`);
      // A test that ends well prints a report of its own.
      const isRight = name.endsWith('.test.ts') ? / fail 0$/m.test(output) : output === (expected ?? '');
      if (!isRight) failed.push(`${guide}/${name}:\n${output}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  assert.deepEqual(failed, []);
  context.diagnostic(`${all.length} snippets and ${DECLARED.length} examples ran`);
});
