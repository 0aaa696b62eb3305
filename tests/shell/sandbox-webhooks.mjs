// @ts-check
// Webhooks of a sandbox: signed, told to a handler, repeated, doubled, out of order.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { createSandbox, SANDBOX_WEBHOOK_SECRET } from '../../pkg/dist/testing.mjs';
import { verifyWebhook } from '../../pkg/dist/webhooks.mjs';
import { thrown } from './client.mjs';

const AGENT = 'a53b25da-f676-4c52-acac-58c9280aa23d';

/** @param {string} value */
const chat = (value) =>
  /** @type {const} */ ({
    _type: 'ChatConversation',
    messages: [{ _type: 'Inbound', content: { _type: 'Text', value } }],
  });

/** A sandbox, and what a handler was told. @param {import('../../pkg/dist/testing.mjs').SandboxWebhookOptions} [options] */
function setup(options, status = 204) {
  const sandbox = createSandbox({ seed: 'empty' });
  /** @type {string[]} */
  const told = [];
  const stop = sandbox.onWebhook(async (request) => {
    const { event_fqn } = JSON.parse(await request.text());
    told.push(event_fqn);
    return new Response(null, { status });
  }, options);
  const dixa = new ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch, rateLimit: false });
  return { sandbox, told, stop, dixa };
}

const CREATED = ['CONVERSATION_CREATED', 'CONVERSATION_ENQUEUED', 'CONVERSATION_MESSAGE_ADDED'];

test('changes are told, verified by verifyWebhook, and without a finding', async () => {
  const sandbox = createSandbox({ seed: 'empty' });
  /** @type {any[]} */
  const deliveries = [];
  const secret = SANDBOX_WEBHOOK_SECRET;
  sandbox.onWebhook(async (request) => {
    deliveries.push(await verifyWebhook(request, { secret, validation: 'strict' }));
    return new Response();
  });
  const dixa = new ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch, rateLimit: false });
  const { id } = sandbox.add(chat('Hello'));
  await dixa.claimConversation(id, { agentId: AGENT, force: false });
  await dixa.closeConversation(id);
  await sandbox.settled();
  const names = [...CREATED, 'CONVERSATION_ASSIGNED', 'CONVERSATION_CLOSED'];
  assert.deepEqual(
    deliveries.map(({ event }) => event.event_fqn),
    names,
  );
  assert.deepEqual(
    deliveries.flatMap(({ issues }) => issues),
    [],
  );
  assert.equal(deliveries[2].event.data.text, 'Hello');
  assert.equal(deliveries[2].event.data.conversation.csid, id);
  assert.equal(new Set(deliveries.map(({ event }) => event.event_id)).size, names.length);
  assert.deepEqual(
    sandbox.deliveries.map(({ event, attempt, status }) => [event.event_fqn, attempt, status]),
    names.map((name) => [name, 1, 200]),
  );
});

test('another secret, address and subscription are used', async () => {
  const sandbox = createSandbox({ seed: 'empty' });
  /** @type {any[]} */
  const seen = [];
  sandbox.onWebhook(
    async (request) => {
      const { subscriptionId } = await verifyWebhook(request.clone(), { secret: 'ff00' });
      const refused = await thrown(() => verifyWebhook(request, { secret: SANDBOX_WEBHOOK_SECRET }));
      seen.push([request.method, request.url, subscriptionId, refused.code]);
      return new Response();
    },
    {
      secret: 'ff00',
      url: 'https://here.example/hook',
      subscriptionId: 's',
      events: ['CONVERSATION_CREATED'],
    },
  );
  sandbox.add({ _type: 'ChatConversation' });
  await sandbox.settled();
  assert.deepEqual(seen, [['POST', 'https://here.example/hook', 's', 'no_match']]);
});

test('a delivery that is not answered with 2xx is repeated, so often', async () => {
  for (const retries of [0, 2]) {
    const { sandbox, told } = setup({ retries, events: ['CONVERSATION_CREATED'] }, 500);
    sandbox.add({ _type: 'ChatConversation' });
    await sandbox.settled();
    assert.equal(told.length, 1 + retries);
    assert.deepEqual(
      sandbox.deliveries.map(({ attempt }) => attempt),
      [1, 2, 3].slice(0, 1 + retries),
    );
  }
});

test('what a handler throws is repeated, and told when it stays', async () => {
  const sandbox = createSandbox({ seed: 'empty' });
  let failing = 2;
  const bug = new Error('a bug');
  sandbox.onWebhook(
    () => {
      if (failing-- > 0) throw bug;
      return new Response();
    },
    { events: ['CONVERSATION_CREATED'] },
  );
  sandbox.add({ _type: 'ChatConversation' });
  await sandbox.settled();
  assert.deepEqual(
    sandbox.deliveries.map(({ error, status }) => error ?? status),
    [bug, bug, 200],
  );
  failing = 3;
  sandbox.add({ _type: 'ChatConversation' });
  assert.equal(await thrown(() => sandbox.settled()), bug);
  await sandbox.settled();
});

test('each event comes as often as was asked for, out of order, the same for the same number', async () => {
  const orders = [];
  for (const shuffle of [false, 7, 7, 8, true]) {
    const { sandbox, told } = setup({ deliveries: 3, shuffle });
    sandbox.add(chat('Hello'));
    await sandbox.settled();
    assert.deepEqual([...told].sort(), [...CREATED, ...CREATED, ...CREATED].sort());
    orders.push(told.join());
  }
  const [inOrder, seven, again, eight] = orders;
  assert.equal(inOrder, CREATED.flatMap((name) => [name, name, name]).join());
  assert.equal(seven, again);
  assert.equal(new Set([inOrder, seven, eight]).size, 3);
});

test('so many are told at once', async () => {
  for (const concurrency of [1, 4]) {
    const sandbox = createSandbox({ seed: 'empty' });
    let [now, most] = [0, 0];
    sandbox.onWebhook(
      async () => {
        most = Math.max(most, ++now);
        await pause(2);
        now--;
        return new Response();
      },
      { concurrency, deliveries: 3 },
    );
    sandbox.add(chat('Hello'));
    await sandbox.settled();
    assert.equal(most, concurrency);
  }
});

test('what a handler does is told in its turn, and waited for', async () => {
  const { sandbox, dixa, told } = setup({ events: ['CONVERSATION_MESSAGE_ADDED'] });
  sandbox.onWebhook(async (request) => {
    const { data } = JSON.parse(await request.text());
    if (data.direction === 'inbound')
      await dixa.addMessage(data.conversation.csid, {
        _type: 'Outbound',
        agentId: AGENT,
        content: { _type: 'Text', value: 'Welcome' },
      });
    return new Response();
  });
  sandbox.add(chat('Hello'));
  await sandbox.settled();
  assert.deepEqual(told, ['CONVERSATION_MESSAGE_ADDED', 'CONVERSATION_MESSAGE_ADDED']);
});

test('what happens in the very moment in which all is told is told, too', async () => {
  const told = [];
  for (let later = 0; later < 20; later++) {
    const sandbox = createSandbox({ seed: 'empty' });
    /** @type {number} */
    let id;
    const goOn = async () => {
      for (let turn = 0; turn < later; turn++) await undefined;
      sandbox.receive(id, 'And when will it come?');
    };
    sandbox.onWebhook(
      () => {
        if (sandbox.deliveries.length === 0) void goOn();
        return new Response();
      },
      { events: ['CONVERSATION_MESSAGE_ADDED'] },
    );
    id = Number(sandbox.add(chat('Where is my parcel?')).id);
    await sandbox.settled();
    await pause(0);
    await sandbox.settled();
    told.push(sandbox.deliveries.length);
  }
  assert.deepEqual(told, Array(20).fill(2));
});

test('what is due by the clock is told when all is to be settled', async () => {
  let now = 1_764_000_000_000;
  const sandbox = createSandbox({ clock: () => now });
  const dixa = new ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch, rateLimit: false });
  await dixa.followupConversation(10_001, { timestamp: new Date(now + 60_000) });
  /** @type {string[]} */
  const told = [];
  sandbox.onWebhook(async (request) => {
    told.push((await request.json()).event_fqn);
    return new Response();
  });
  await sandbox.settled();
  assert.deepEqual(told, []);
  now += 60_000;
  await sandbox.settled();
  assert.deepEqual(told, ['CONVERSATION_PENDING_EXPIRED']);
});

test('whoever stopped is told nothing more, and a reset drops what is still to be told', async () => {
  const { sandbox, told, stop } = setup();
  sandbox.add(chat('Hello'));
  sandbox.reset();
  await sandbox.settled();
  assert.deepEqual(told, []);
  sandbox.add(chat('Hello'));
  await sandbox.settled();
  assert.deepEqual(told, CREATED);
  stop();
  sandbox.add(chat('Hello'));
  await sandbox.settled();
  assert.deepEqual(told, CREATED);
});

test('an option that could not be is named', async () => {
  const sandbox = createSandbox();
  const handler = () => new Response();
  for (const [given, options, named] of /** @type {[any, any, string][]} */ ([
    [undefined, {}, 'the handler'],
    [handler, { secert: 'ff' }, '"secert"'],
    [handler, { secret: 'xyz' }, 'hexadecimal'],
    [handler, { events: ['CONVERSATION_EXPLODED'] }, 'events'],
    [handler, { events: 'CONVERSATION_CREATED' }, 'events'],
    [handler, { deliveries: -1 }, 'deliveries'],
    [handler, { shuffle: 'yes' }, 'shuffle'],
    [handler, { url: '' }, 'url'],
    [handler, { url: '/webhooks' }, 'url'],
  ])) {
    const error = await thrown(() => sandbox.onWebhook(given, options));
    assert.equal(error.name, 'ConfigurationError');
    assert.ok(error.message.includes(named), error.message);
  }
});
