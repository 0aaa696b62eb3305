// @ts-check
// What the client shows of what it holds, and what it refuses to send: the token and customers' text stay
// where they are, and nobody can smuggle a header or a path in. The failures of the matrix are searched in
// `matrix.test.mjs`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { ConversationsClient, isDixaError } from '../../pkg/dist/index.mjs';
import { CANARY, ID, TOKEN, UUID } from './cases.mjs';
import { leaks, listener, traces } from './traces.mjs';

/** @typedef {import('../../pkg/dist/index.mjs').ClientOptions} ClientOptions */

/** @param {() => unknown} call @returns {Promise<any>} */
const thrown = async (call) => {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

/** A client whose requests are noted and answered. @param {ClientOptions} [options] @param {() => Response} [answer] */
function noting(options, answer = () => new Response('{"data":[]}')) {
  /** @type {string[]} */
  const sent = [];
  const fetch = async (/** @type {string} */ url) => (sent.push(url), answer());
  return {
    sent,
    dixa: new ConversationsClient({ token: TOKEN, fetch, rateLimit: false, logger: null, ...options }),
  };
}

test('the search finds what it looks for', () => {
  const leaky = Object.assign(new Error(`no: ${TOKEN}`), { body: { id: ID, tag: UUID } });
  const found = leaks(leaky);
  for (const way of [
    'message',
    'stack',
    'String',
    'inspect',
    'JSON.stringify of all own',
    'structuredClone',
  ]) {
    assert.ok(
      found.some((leak) => leak.startsWith(`${way}: ${CANARY.toLowerCase()}`)),
      way,
    );
  }
  assert.ok(found.some((leak) => leak.endsWith(UUID)) && found.some((leak) => leak.endsWith(String(ID))));
});

test('neither a client nor its calls show the token', async () => {
  const { dixa } = noting({ headers: { 'x-own': CANARY } });
  const call = dixa.listTags(ID);
  const pages = dixa.searchConversations({ query: CANARY });
  for (const value of [dixa, call, pages, dixa.listTags, ConversationsClient, await pages]) {
    for (const [way, text] of Object.entries({
      inspect: inspect(value, { showHidden: true, depth: Infinity }),
      bare: inspect(value, { showHidden: true, depth: Infinity, customInspect: false, getters: true }),
      json: JSON.stringify(value) ?? '',
      own: Reflect.ownKeys(value).map(String).join(),
    })) {
      assert.deepEqual(traces(text), [], way);
    }
  }
  await call;
});

test('a token or header that would end its line is refused, not shown, and nothing is sent', async () => {
  for (const bad of ['\r\nx-evil: 1', '\n', '\r', '\0', '\u2028', 'ключ', ' ', '\x7f']) {
    for (const options of /** @type {ClientOptions[]} */ ([
      { token: TOKEN + bad },
      { token: () => TOKEN + bad },
      { token: async () => TOKEN + bad },
      { headers: { 'x-own': CANARY + bad } },
      { headers: () => ({ 'x-own': CANARY + bad }) },
      { headers: { [`x-own${bad}`]: CANARY } },
    ])) {
      const { sent, dixa } = noting(options);
      const error = await thrown(() => dixa.listTags(ID));
      assert.equal(error.name, 'ConfigurationError', inspect(bad));
      assert.equal(error.outcome, 'not_sent');
      assert.deepEqual([sent, leaks(error)], [[], []], inspect(bad));
    }
  }
});

test('an empty token is refused, and what a token function throws is not shown', async () => {
  for (const token of [() => '', async () => '', () => /** @type {any} */ (7)]) {
    const { sent, dixa } = noting({ token });
    assert.deepEqual([(await thrown(() => dixa.listTags(ID))).code, sent], ['invalid_token', []]);
  }
  const { dixa, sent } = noting({
    token: () => {
      throw new Error(`vault said ${TOKEN}`);
    },
  });
  const error = await thrown(() => dixa.listTags(ID));
  assert.deepEqual([error.code, sent, leaks(error)], ['token_failed', [], []]);
  assert.match(error.cause.message, /vault said/);
});

test('an id can lead to no other path', async () => {
  const evil = [
    '',
    '.',
    '..',
    '%2e',
    '%2e%2e',
    '../7',
    '7/../8',
    '7/messages',
    '/',
    '\\',
    '7?x=1',
    '7#x',
    '7%2f8',
    '7\r\n8',
    '7\0',
    '7 ',
    '-7',
    '+7',
    '7.0',
    '1e3',
    '0x7',
    '９',
    CANARY,
    UUID.slice(1),
    `${UUID}/..`,
    null,
    undefined,
    {},
    [],
    NaN,
    1.5,
    -1,
    true,
  ];
  const { sent, dixa } = noting();
  const calls = /** @type {Record<string, (...given: any[]) => Promise<unknown>>} */ (
    /** @type {unknown} */ (dixa)
  );
  for (const id of evil) {
    for (const [name, given] of /** @type {[string, any[]][]} */ ([
      ['getConversation', [id]],
      ['closeConversation', [id]],
      ['tagConversation', [id, UUID]],
      ['tagConversation', [ID, id]],
      ['anonymizeMessage', [ID, id]],
    ])) {
      const error = await thrown(() => calls[name]?.(...given));
      const what = `${name}(${inspect(given)})`;
      assert.equal(error.name, 'RequestValidationError', what);
      assert.equal(error.outcome, 'not_sent', what);
      assert.deepEqual(leaks(error), [], what);
    }
  }
  assert.deepEqual(sent, []);
});

test('a query cannot become anything but its value', async () => {
  const { sent, dixa } = noting();
  await dixa.searchConversations({ query: 'a&pageKey=b#c/../\r\nd?e=1%00', pageKey: '../x' });
  const url = new URL(String(sent[0]));
  assert.equal(url.pathname, '/v1/search/conversations');
  assert.deepEqual([...url.searchParams.keys()].sort(), ['pageKey', 'query']);
  assert.equal(url.searchParams.get('query'), 'a&pageKey=b#c/../\r\nd?e=1%00');
  assert.doesNotMatch(String(sent[0]).slice(8), /[\r\n#]|\/\.\.\//);
});

test('what is wrong with arguments and answers is told without what they hold', async () => {
  const { heard, options, during } = listener();
  /** @type {unknown[]} */
  const issues = [];
  // What may be a word of the API's (an unknown `_type`, a value of an enum) is named; a text is not.
  const message = {
    _type: 'Hologram',
    id: CANARY,
    attributes: { _type: 'Hologram', x: CANARY },
    externalId: { [CANARY]: CANARY },
    createdAt: CANARY,
  };
  const answers = [
    { data: [message, CANARY, { id: 7, authorId: [CANARY] }] },
    {
      data: {
        _type: 'Hologram',
        id: CANARY,
        requester: { email: [CANARY], phoneNumber: { [CANARY]: 1 } },
        state: `${CANARY}, she said`,
        channel: 7,
      },
    },
    { data: [{ id: CANARY, highlights: { [CANARY]: CANARY, [`${CANARY}2`]: [7] }, innerHits: CANARY }] },
  ];
  const errors = await during(async () => {
    /** @type {any[]} */
    const errors = [];
    for (const validation of /** @type {const} */ (['warn', 'strict'])) {
      for (const watching of [
        options,
        { ...options, onIssue: (/** @type {unknown} */ issue) => void issues.push(issue) },
      ]) {
        for (const answer of answers) {
          const { dixa } = noting({ ...watching, validation }, () => new Response(JSON.stringify(answer)));
          for (const call of [
            dixa.listMessages(ID),
            dixa.getConversation(ID),
            dixa.searchConversations({ query: CANARY }),
          ]) {
            await call.catch((error) => errors.push(error));
          }
        }
        const { dixa, sent } = noting({ ...watching, validation });
        const bodies = [
          { _type: 'Inbound', content: CANARY },
          { _type: 'Inbound', content: { _type: 'Text', value: 7 }, cc: [CANARY] },
          { agentId: CANARY, createdAt: CANARY },
          CANARY,
          7,
          null,
          [CANARY],
        ];
        for (const body of /** @type {any[]} */ (bodies)) {
          for (const call of [
            () => dixa.addMessage(ID, body),
            () => dixa.addInternalNote(ID, body),
            () => dixa.patchCustomAttributes(ID, { [CANARY]: body }),
          ]) {
            errors.push(await thrown(call));
          }
        }
        assert.deepEqual(sent, []);
      }
    }
    return errors;
  });
  assert.ok(
    errors.length > 60 && issues.length > 10 && heard.length > 60,
    `${errors.length} ${issues.length} ${heard.length}`,
  );
  for (const error of errors) {
    assert.ok(isDixaError(error), inspect(error));
    assert.deepEqual(leaks(error), []);
    assert.deepEqual(traces(inspect(/** @type {any} */ (error).issues, { depth: Infinity })), []);
  }
  assert.deepEqual(
    issues.filter((issue) => traces(inspect(issue)).length > 0),
    [],
  );
  assert.deepEqual(
    heard.filter((line) => traces(line).length > 0),
    [],
  );
});

test('a hook or logger that throws is told without what it threw, and the call goes on', async () => {
  const { heard, options } = listener();
  const throwing = () => {
    throw new Error(TOKEN);
  };
  const { dixa } = noting({ ...options, onRequest: throwing, onResponse: async () => throwing() });
  assert.deepEqual(await dixa.listTags(ID), []);
  await pause(0);
  assert.ok(
    heard.some((line) => line.includes('onRequest failed')) &&
      heard.some((line) => line.includes('onResponse failed')),
  );
  assert.deepEqual(
    heard.filter((line) => traces(line).length > 0),
    [],
  );
  const deaf = noting({ logger: { debug: throwing, warn: throwing }, onRequest: throwing });
  assert.deepEqual(await deaf.dixa.listTags(ID), []);
});
