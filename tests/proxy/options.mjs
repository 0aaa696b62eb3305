// @ts-check
// The options of a proxy: a mistake is told when it is made, by its name.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigurationError } from '../../pkg/dist/index.mjs';
import { createProxy } from '../../pkg/dist/proxy.mjs';
import { ROUTES } from '../../pkg-template/generated/routes.mjs';

const GOOD = { token: 't', allow: ['listTags'], authorize: () => true };

test('an option that is missing, unknown or of the wrong kind is named', () => {
  for (const [options, name] of /** @type {[any, string][]} */ ([
    [undefined, 'token'],
    [null, 'token'],
    [{ ...GOOD, token: undefined }, 'token'],
    [{ ...GOOD, token: '' }, 'token'],
    [{ ...GOOD, token: 'a\r\nx: y' }, 'token'],
    [{ ...GOOD, token: ' a' }, 'token'],
    [{ ...GOOD, authorize: undefined }, 'authorize'],
    [{ ...GOOD, authorize: true }, 'authorize'],
    [{ ...GOOD, allow: undefined }, 'allow'],
    [{ ...GOOD, allow: [] }, 'allow'],
    [{ ...GOOD, allow: '*' }, 'allow'],
    [{ ...GOOD, allow: ['*'] }, '"*"'],
    [{ ...GOOD, allow: ['listTags', 'listTag'] }, '"listTag"'],
    [{ ...GOOD, allow: ['toString'] }, '"toString"'],
    [{ ...GOOD, alow: [] }, '"alow"'],
    [{ ...GOOD, authScheme: 'basic' }, 'authScheme'],
    [{ ...GOOD, baseUrl: 'http://dixa.example' }, 'baseUrl'],
    [{ ...GOOD, baseUrl: '/dixa' }, 'baseUrl'],
    [{ ...GOOD, baseUrl: 'https://u:p@dixa.example' }, 'baseUrl'],
    [{ ...GOOD, prefix: 'api' }, 'prefix'],
    [{ ...GOOD, prefix: '/a/../b' }, 'prefix'],
    [{ ...GOOD, prefix: '/a//b' }, 'prefix'],
    [{ ...GOOD, prefix: '/a?b' }, 'prefix'],
    [{ ...GOOD, origins: ['*'] }, 'origins'],
    [{ ...GOOD, origins: ['https://a.example/'] }, 'origins'],
    [{ ...GOOD, origins: ['null'] }, 'origins'],
    [{ ...GOOD, origins: 'https://a.example' }, 'origins'],
    [{ ...GOOD, maxBodyBytes: -1 }, 'maxBodyBytes'],
    [{ ...GOOD, timeoutMs: 0 }, 'timeoutMs'],
    [{ ...GOOD, fetch: 1 }, 'fetch'],
    [{ ...GOOD, onError: 1 }, 'onError'],
  ])) {
    assert.throws(
      () => createProxy(options),
      (/** @type {any} */ error) => {
        assert.ok(error instanceof ConfigurationError && error.message.includes(name), error.message);
        assert.ok(!error.message.includes('x: y'));
        return error.outcome === 'not_sent';
      },
    );
  }
});

test('every operation of the table can be allowed', () => {
  const allow = ROUTES.map(({ name }) => name);
  assert.ok(allow.length > 20);
  createProxy(/** @type {any} */ ({ ...GOOD, allow, prefix: '/', origins: ['https://a.example:8443'] }));
});

test('a page is no place for a proxy', () => {
  const globals = /** @type {any} */ (globalThis);
  Object.assign(globals, { window: {}, document: {}, location: new URL('https://site.example/') });
  try {
    assert.throws(() => createProxy(/** @type {any} */ (GOOD)), { code: 'token_in_browser' });
  } finally {
    for (const name of ['window', 'document', 'location']) delete globals[name];
  }
});
