// @ts-check
// Time: answers come as they are made, and who goes away ends what was asked for. Over HTTP, on both sides.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { ask, post, stand } from './stand.mjs';

const path = '/api/dixa/v1/conversations/7/messages';
/** For how long the proxy waits for an answer; longer than this process ever stands still. */
const TIMEOUT_MS = 60_000;

/** What the upstream server does with the next request. @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} */
let serve;
/** @type {import('node:http').Server} */
let server;
/** @type {ReturnType<typeof stand>['proxy']} */
let proxy;

before(async () => {
  server = createServer((request, response) => serve(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  ({ proxy } = stand({ baseUrl: `http://127.0.0.1:${port}`, fetch: undefined, timeoutMs: TIMEOUT_MS }));
});

after(() => {
  server.closeAllConnections();
  server.close();
});

/** @param {Response} answer */
const reading = (answer) => {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body).getReader();
  return {
    next: async () => {
      const { value } = await reader.read();
      return value && new TextDecoder().decode(value);
    },
    cancel: () => reader.cancel(),
  };
};

test('the first bytes are there before the last are made', async () => {
  let finish = () => {};
  serve = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"data":');
    finish = () => response.end('[]}');
  };
  const body = reading(await proxy(ask(path)));
  assert.equal(await body.next(), '{"data":');
  finish();
  assert.equal(await body.next(), '[]}');
  assert.equal(await body.next(), undefined);
});

test('an answer of 64 MB goes through without being kept', async () => {
  const chunk = Buffer.alloc(64 * 1024, 'a');
  let most = 0;
  serve = (_, response) => {
    response.writeHead(200);
    let left = 1024;
    const more = () => {
      while (left-- > 0) if (!response.write(chunk)) return response.once('drain', more);
      return response.end();
    };
    more();
  };
  // Garbage that was not collected yet is nothing that is kept.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const held = () => (collect(), process.memoryUsage().arrayBuffers);
  const before = held();
  const answer = await proxy(ask(path));
  let length = 0;
  for await (const part of /** @type {any} */ (answer.body)) {
    const read = length + part.length;
    // At each megabyte.
    if (read >> 20 > length >> 20) most = Math.max(most, held() - before);
    length = read;
  }
  assert.equal(length, 64 * 1024 * 1024);
  assert.ok(most < 48 * 1024 * 1024, `${most} bytes were kept`);
});

test('a compressed answer is told uncompressed, and whole', async () => {
  serve = (_, response) => {
    const body = gzipSync('{"data":[]}');
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length });
    response.end(body);
  };
  const answer = await proxy(ask(path));
  assert.deepEqual([answer.headers.get('content-length'), await answer.text()], [null, '{"data":[]}']);
});

test('an answer that breaks off breaks off for the page, too', async () => {
  serve = (_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"data":');
    setTimeout(() => response.destroy(), 20);
  };
  const answer = await proxy(ask(path));
  assert.equal(answer.headers.get('content-length'), '100');
  await assert.rejects(answer.text());
});

/** Resolves when the upstream sees that the other side has gone. */
const hangsUp = () =>
  new Promise((resolve) => {
    serve = (request, response) => {
      response.on('close', () => resolve(response.writableFinished));
      if (request.url?.endsWith('tags')) {
        response.writeHead(200);
        response.write('{"data":');
      }
    };
  });

test('who goes away before the answer ends the request to Dixa', async () => {
  const gone = hangsUp();
  const controller = new AbortController();
  const arrived = once(server, 'request');
  const answering = proxy(post({}, { signal: controller.signal }));
  await arrived;
  controller.abort();
  assert.deepEqual([await gone, (await answering).status], [false, 499]);
});

test('who goes away in the middle of the answer ends it', async () => {
  for (const leave of /** @type {((controller: AbortController, body: any) => unknown)[]} */ ([
    (controller) => controller.abort(),
    (_, body) => body.cancel(),
  ])) {
    const gone = hangsUp();
    const controller = new AbortController();
    const answer = await proxy(ask('/api/dixa/v1/conversations/7/tags', { signal: controller.signal }));
    const body = reading(answer);
    assert.equal(await body.next(), '{"data":');
    leave(controller, body);
    assert.equal(await gone, false);
  }
});

test('who is gone already sends nothing', async () => {
  let arrived = 0;
  serve = (_, response) => (arrived++, response.end());
  const controller = new AbortController();
  const leaving = stand({
    authorize: () => (controller.abort(), true),
  });
  const answer = await leaving.proxy(ask(path, { signal: controller.signal }));
  assert.deepEqual([answer.status, leaving.sent.length, arrived, leaving.failures], [499, 0, 0, []]);
});

test('who goes away while its own body comes sends nothing', async () => {
  // Some servers end the body with an error then, and some not at all.
  for (const ends of [true, false]) {
    const controller = new AbortController();
    const { proxy, sent, failures } = stand();
    const body = new ReadableStream({
      start(it) {
        it.enqueue(new TextEncoder().encode('{"message":'));
        if (ends) controller.signal.addEventListener('abort', () => it.error(new Error('reset')));
      },
    });
    const answering = proxy(post(body, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 20);
    assert.deepEqual([(await answering).status, sent.length, failures], [499, 0, []]);
  }
});

/**
 * The proxy's patience ends when the test says so. Its own timer alone is taken: the runtime's fetch has others.
 * @param {(pass: () => void) => Promise<void>} test
 */
const inTime = (test) => async () => {
  const { setTimeout, clearTimeout } = globalThis;
  const waiting = new Map();
  let taken = 0;
  Object.assign(globalThis, {
    /** @param {() => void} run @param {number} ms */
    setTimeout(run, ms) {
      const timer = setTimeout(run, ms);
      if (ms === TIMEOUT_MS) {
        waiting.set(timer, run);
        taken++;
      }
      return timer;
    },
    /** @param {any} timer */
    clearTimeout: (timer) => (waiting.delete(timer), clearTimeout(timer)),
  });
  try {
    await test(() => {
      assert.equal(taken, 1);
      waiting.forEach((run) => run());
    });
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
  }
};

test(
  'a slow Dixa is given up, and its connection let go',
  inTime(async (pass) => {
    const gone = hangsUp();
    const arrived = once(server, 'request');
    const answering = proxy(post({}));
    await arrived;
    pass();
    assert.deepEqual([(await answering).status, await gone], [504, false]);
  }),
);

test(
  'a body that comes slowly is not given up: the time is for the answer to begin',
  inTime(async (pass) => {
    let finish = () => {};
    serve = (_, response) => {
      response.writeHead(200);
      response.write('a');
      finish = () => response.end('b');
    };
    const answer = await proxy(ask(path));
    pass();
    finish();
    assert.equal(await answer.text(), 'ab');
  }),
);
