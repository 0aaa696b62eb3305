// @ts-check
// The extension, used in Chromium from its setting up to its end, and the bridge that the README shows of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { complaints } from './harness.mjs';
import './panel.mjs';
import './trouble.mjs';
import './strangers.mjs';

test('the bridge of the README and the operations of the guide are those that run here', () => {
  const read = (/** @type {string} */ name) =>
    readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  // All but its first line, which says what the file is.
  const bridge = read('demo/extension/src/bridge.ts').replace(/^\/\/.*\n\n/, '');
  assert.ok(read('README.md').includes(`\`\`\`ts\n${bridge}\`\`\``));
  const operations = read('demo/extension/src/operations.ts');
  assert.ok(read('docs/guides/extension.md').includes(`\`\`\`ts operations.ts\n${operations}\`\`\``));
  const lines = bridge.split('\n').filter((line) => !/^\s*(\/|import|$)/.test(line));
  assert.ok(lines.length <= 20, `${lines.length} lines`);
});

test('the panel had nothing to complain about', () => {
  assert.deepEqual(complaints, []);
});
