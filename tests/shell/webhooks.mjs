// @ts-check
// Webhooks through the shell: in what forms a delivery may come, what is refused and how that is told, and what
// becomes of findings. What is a signature, and what an event, is tested natively.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import * as main from '../../pkg/dist/index.mjs';
import * as webhooks from '../../pkg/dist/webhooks.mjs';
import { printed, thrown } from './client.mjs';

const { verifyWebhook, WebhookVerificationError } = webhooks;
/** @type {typeof webhooks} */
const required = createRequire(import.meta.url)('../../pkg/dist/webhooks.cjs');

/** @param {string} name */
const read = (name) => readFileSync(new URL(name, import.meta.url));

const SECRET = '73fcc76a2a9328d515c87901311bda97066f67ef309ea5c99a335b4508963c14';
const NOW = 1_764_000_000_000;
const NOTE_ADDED = read('../contract/examples/webhooks/CONVERSATION_NOTE_ADDED.json');

/** @param {string | Uint8Array} body */
function signature(body, { secret = SECRET, t = NOW } = {}) {
  const code = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${t}.`).update(body);
  return `t=${t},v1=${code.digest('hex')}`;
}

/** A body that Dixa signed. @param {string | Uint8Array} body @param {object} [options] */
const signed = (body, options) => ({
  headers: { 'x-dixa-signature': signature(body) },
  body,
  secret: SECRET,
  now: () => NOW,
  logger: null,
  ...options,
});

/** @param {any} given @param {any} [options] */
const refused = (given, options) => thrown(() => verifyWebhook(given, options));

test('signatures that OpenSSL made are right, from both kinds of module', async () => {
  const vectors = JSON.parse(read('../webhooks/vectors.json').toString());
  for (const { about, secret, t, body, v1 } of vectors) {
    const given = {
      headers: { 'x-dixa-signature': `t=${t},v1=${v1}` },
      body: Buffer.from(body, 'hex'),
      secret,
      now: () => Number(t),
      logger: null,
    };
    for (const entry of [webhooks, required]) {
      // Not all are events, but all are signed.
      const told = await entry.verifyWebhook(given).catch((error) => error);
      assert.ok(told.event || told.name === 'DecodeError', `${about}: ${told}`);
    }
    const error = await refused({ ...given, body: Buffer.concat([given.body, Buffer.from(' ')]) });
    assert.equal(error.code, 'no_match', about);
  }
});

test('a delivery may come in any form that a server has', async () => {
  const text = NOTE_ADDED.toString();
  const bytes = new Uint8Array([...Buffer.from('xx'), ...NOTE_ADDED]).subarray(2);
  const header = signature(text);
  const one = { 'X-DIXA-SIGNATURE': header, 'X-DIXA-SUBSCRIPTION-ID': 'the webhook' };
  const event = JSON.parse(text);
  delete event.data.conversation.subject;
  delete event.data.conversation.requester.phone;
  const options = { secret: SECRET, now: () => NOW };
  /** @type {Record<string, Promise<any>>} */
  const ways = {
    text: verifyWebhook({ ...options, headers: one, body: text }),
    'Uint8Array within another': verifyWebhook({ ...options, headers: one, body: bytes }),
    Buffer: verifyWebhook({ ...options, headers: new Headers(one), body: NOTE_ADDED }),
    ArrayBuffer: verifyWebhook({ ...options, headers: one, body: bytes.slice().buffer }),
    DataView: verifyWebhook({ ...options, headers: one, body: new DataView(bytes.buffer, 2) }),
    'of another realm': verifyWebhook({
      ...options,
      headers: one,
      body: runInNewContext('Uint8Array.from(bytes)', { bytes }),
    }),
    'headers as Node has them': verifyWebhook({
      ...options,
      headers: { 'x-dixa-signature': header, 'x-dixa-subscription-id': ['the webhook'], other: undefined },
      body: text,
    }),
    Request: verifyWebhook(
      new Request('http://here/', { method: 'POST', headers: one, body: bytes }),
      options,
    ),
    'Request of a stream': verifyWebhook(
      new Request(
        'http://here/',
        /** @type {RequestInit} */ ({
          method: 'POST',
          headers: one,
          body: new Blob([bytes.subarray(0, 7), bytes.subarray(7)]).stream(),
          duplex: 'half',
        }),
      ),
      options,
    ),
    'Request without a stream': verifyWebhook(
      /** @type {any} */ ({ headers: new Headers(one), arrayBuffer: async () => bytes.slice().buffer }),
      options,
    ),
  };
  for (const [way, promise] of Object.entries(ways)) {
    assert.deepEqual(await promise, { event, subscriptionId: 'the webhook', issues: [] }, way);
  }
  const bare = await verifyWebhook(signed(text));
  assert.equal('subscriptionId' in bare, false);
});

test('a refusal says to the receiver why, and is an error of this package in every entry and realm', async () => {
  const body = 'customer text';
  const right = signed(body);
  const header = signature(body);
  const cases = {
    missing_signature: { ...right, headers: { 'x-dixa-subscription-id': 'x' } },
    malformed_signature: { ...right, headers: { 'x-dixa-signature': 'v1=customer text' } },
    no_match: { ...right, body: 'customer text, changed' },
    stale: { ...right, now: () => NOW + 300_001 },
    body_too_large: { ...right, maxBodyBytes: 12 },
  };
  for (const entry of [webhooks, required]) {
    for (const [code, given] of Object.entries(cases)) {
      const error = await thrown(() => entry.verifyWebhook(given));
      const { name, outcome, operation, retryable } = error;
      assert.deepEqual(
        { code: error.code, name, outcome, operation, retryable },
        {
          code,
          name: 'WebhookVerificationError',
          outcome: 'not_sent',
          operation: 'verifyWebhook',
          retryable: false,
        },
      );
      for (const type of [WebhookVerificationError, required.WebhookVerificationError, main.DixaError, Error])
        assert.ok(error instanceof type, `${code} is a ${type.name}`);
      assert.ok(main.isDixaError(error) && !(error instanceof main.ApiError));
      assert.match(error.message, /^verifyWebhook: /);
      for (const said of printed(error))
        assert.doesNotMatch(String(said), /customer text|73fcc76a|v1=[0-9a-f]/);
    }
  }
  // Said twice, whatever the way.
  for (const headers of [
    { 'x-dixa-signature': [header, header] },
    { 'x-dixa-signature': header, 'X-Dixa-Signature': header },
    new Headers([
      ['x-dixa-signature', header],
      ['x-dixa-signature', header],
    ]),
  ])
    assert.equal((await refused({ ...right, headers })).code, 'malformed_signature');
});

test('the tolerance is five minutes unless another is given', async () => {
  const at = (/** @type {number} */ ms, /** @type {object} */ more = {}) =>
    verifyWebhook(signed('{}', { now: () => NOW + ms, ...more })).then(
      () => 'taken',
      (error) => error.code,
    );
  assert.deepEqual(
    [await at(300_000), await at(300_001), await at(-300_000), await at(-300_001)],
    ['taken', 'stale', 'taken', 'stale'],
  );
  assert.deepEqual(
    [await at(1000, { toleranceMs: 1000 }), await at(1001, { toleranceMs: 1000 })],
    ['taken', 'stale'],
  );
  // The clock of this machine, when none is given.
  const headers = { 'x-dixa-signature': signature('{}', { t: Date.now() }) };
  await verifyWebhook({ headers, body: '{}', secret: SECRET, logger: null });
});

test('while secrets change, either is right', async () => {
  const both = { secret: ['00', SECRET] };
  assert.ok(await verifyWebhook(signed('{}', both)));
  assert.equal((await refused(signed('{}', { secret: ['00', '01'] }))).code, 'no_match');
});

test('what is called wrongly is told by its name, without what it was', async () => {
  const body = { 'customer text': 1 };
  const stream = new Request('http://here/', { method: 'POST', body: '{}' });
  await stream.text();
  for (const [given, options, code, named] of /** @type {[any, any, string, RegExp][]} */ ([
    [undefined, undefined, 'invalid_option', /takes a Request/],
    [new Request('http://here/'), undefined, 'invalid_option', /secret/],
    [signed('{}', { secret: undefined }), undefined, 'invalid_secret', /secret must/],
    [signed('{}', { secret: '' }), undefined, 'invalid_secret', /secret must.*hexadecimal/],
    [signed('{}', { secret: [] }), undefined, 'invalid_secret', /at least one/],
    [signed('{}', { secret: 'customer text' }), undefined, 'invalid_secret', /hexadecimal/],
    [signed('{}', { secret: [SECRET, `${SECRET}\n`] }), undefined, 'invalid_secret', /secret\[1\]/],
    [signed('{}', { body }), undefined, 'invalid_body', /as it came.*express\.raw\(\{ type/],
    [signed('{}', { body: undefined }), undefined, 'invalid_body', /as it came/],
    [stream, { secret: SECRET }, 'invalid_body', /clone/],
    [signed('{}', { headers: 'customer text' }), undefined, 'invalid_option', /headers must/],
    [signed('{}', { toleranceMs: '5' }), undefined, 'invalid_option', /toleranceMs must/],
    [signed('{}', { now: NOW }), undefined, 'invalid_option', /now must/],
    [signed('{}', { validation: 'loose' }), undefined, 'invalid_option', /validation must/],
    [signed('{}', { tolerance: 5 }), undefined, 'unknown_option', /"tolerance"/],
    [new Request('http://here/'), { secret: SECRET, body: '' }, 'unknown_option', /"body"/],
  ])) {
    const error = await refused(given, options);
    assert.deepEqual([error.name, error.code], ['ConfigurationError', code], `${named}: ${error}`);
    assert.ok(error instanceof main.ConfigurationError);
    assert.match(error.message, named);
    for (const said of printed(error)) assert.doesNotMatch(String(said), /customer text|73fcc76a/);
  }
});

test('the body of a request is read to a bound, and let go', async () => {
  let [sent, canceled] = [0, false];
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1000;
      controller.enqueue(new Uint8Array(1000));
    },
    cancel() {
      canceled = true;
    },
  });
  const init = (/** @type {ReadableStream} */ body) =>
    /** @type {RequestInit} */ ({
      method: 'POST',
      headers: { 'x-dixa-signature': signature('') },
      body,
      duplex: 'half',
    });
  const options = { secret: SECRET, maxBodyBytes: 10_000 };
  const error = await refused(new Request('http://here/', init(endless)), options);
  assert.deepEqual([error.name, error.code], ['WebhookVerificationError', 'body_too_large']);
  assert.ok(canceled && sent < 20_000, `${sent} bytes`);
  const broken = new ReadableStream({
    pull(controller) {
      controller.error(new Error('customer text'));
    },
  });
  const other = await refused(new Request('http://here/', init(broken)), options);
  assert.deepEqual([other.name, other.code], ['WebhookVerificationError', 'body_broke_off']);
  assert.equal(other.cause.message, 'customer text');
  for (const said of printed(other)) assert.doesNotMatch(String(said), /customer text/);
});

test('findings are told as those of answers are', async () => {
  const event = JSON.parse(NOTE_ADDED.toString());
  event.data.conversation.csid = 'customer text';
  event.data.more = 1;
  const body = JSON.stringify(event);
  /** @type {any[]} */
  const told = [];
  /** @type {string[]} */
  const logged = [];
  const logger = { warn: (/** @type {string} */ line) => logged.push(line) };
  const { issues } = await verifyWebhook(
    signed(body, { onIssue: (/** @type {any} */ one) => told.push(one), logger }),
  );
  assert.deepEqual(told, issues);
  assert.deepEqual(
    issues.map(({ operation, path, severity }) => ({ operation, path, severity })),
    [
      { operation: 'verifyWebhook', path: '$.data.conversation.csid', severity: 'error' },
      { operation: 'verifyWebhook', path: '$.data.more', severity: 'info' },
    ],
  );
  assert.deepEqual(logged, []);
  await verifyWebhook(signed(body, { logger }));
  await verifyWebhook(signed(body, { logger }));
  assert.equal(logged.length, 1);
  assert.match(logged[0], /verifyWebhook: the event is not as documented: \$\.data\.conversation\.csid/);
  const throws = () => {
    throw new Error('from the hook');
  };
  await verifyWebhook(signed(body, { onIssue: throws, logger }));
  assert.match(logged[1], /onIssue failed/);

  const error = await refused(signed(body, { validation: 'strict' }));
  assert.deepEqual(
    [error.name, error.code, error.issueCount],
    ['ResponseValidationError', 'invalid_event', 1],
  );
  assert.ok(error instanceof main.ResponseValidationError);
  assert.deepEqual(error.issues, issues);
  assert.equal(/** @type {any} */ (error.data).data.more, 1);
  for (const said of [...printed(error), ...logged]) assert.doesNotMatch(String(said), /customer text/);

  const off = await verifyWebhook(signed(body, { validation: 'off' }));
  assert.deepEqual(off, { event, issues: [] });
});

test('a signed body that is no event is a DecodeError, and there for who asks', async () => {
  const error = await refused(signed('<html>customer text</html>'));
  assert.deepEqual([error.name, error.code, error.outcome], ['DecodeError', 'not_json', 'not_sent']);
  assert.ok(error instanceof main.DecodeError);
  assert.equal(error.body, '<html>customer text</html>');
  for (const said of printed(error)) assert.doesNotMatch(String(said), /customer text/);
  assert.equal((await refused(signed('[]'))).code, 'no_event');
  // Nothing of a body is looked at that was not signed.
  assert.equal((await refused({ ...signed('[]'), secret: '00' })).code, 'no_match');
});

test('an event of another name is whole, and numbers and keys are as in answers', async () => {
  const body = '{"event_fqn":"NEW","data":{"csid":9007199254740993,"__proto__":{"polluted":true}}}';
  const { event } = await verifyWebhook(signed(body));
  assert.equal(event.event_fqn, 'Unknown');
  assert.equal(event.event_fqn === 'Unknown' && event.rawType, 'NEW');
  assert.ok(Object.hasOwn(/** @type {object} */ (event.data), '__proto__'));
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
  const conversation = JSON.parse(NOTE_ADDED.toString());
  const text = JSON.stringify(conversation).replace('"csid":1234', '"csid":9007199254740993');
  const large = await verifyWebhook(signed(text));
  assert.equal(
    large.event.event_fqn === 'CONVERSATION_NOTE_ADDED' && large.event.data.conversation.csid,
    '9007199254740993',
  );
});
