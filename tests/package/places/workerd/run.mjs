// Runs the Worker in workerd and asks it, as many visitors would: some of them leave in the middle.

import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { Miniflare } from 'miniflare';
import { each, hanging, same, tell, until } from './checks.mjs';

const env = JSON.parse(process.env.DIXA_TEST);
const SUBJECT = 'Lamp arrived broken, I would like a refund';

/** A new isolate. */
async function isolate() {
  const miniflare = new Miniflare({
    modules: [
      { type: 'ESModule', path: 'bundle.mjs' },
      { type: 'CompiledWasm', path: 'dixa_bg.wasm' },
      { type: 'CompiledWasm', path: 'sandbox_bg.wasm' },
      { type: 'CompiledWasm', path: 'webhooks_bg.wasm' },
    ],
    compatibilityDate: '2026-01-01',
    bindings: { DIXA_TEST: process.env.DIXA_TEST },
    // Its own requests would leave this machine otherwise.
    cf: false,
    // Past Miniflare's own Worker, so that who hangs up hangs up on this one.
    unsafeDirectSockets: [{}],
  });
  await miniflare.ready;
  const url = await miniflare.unsafeGetDirectURL();
  // Whoever is held up for so long is held up for ever.
  const ask = async (path) =>
    (await fetch(new URL(path, url), { signal: AbortSignal.timeout(60_000) })).json();
  return { url, ask, end: () => miniflare.dispose() };
}

/**
 * A visitor who asks for something that hangs, and leaves when told to: its connection is reset, which is when
 * the runtime cancels the request (a closed one may still be read from).
 * @param {Awaited<ReturnType<typeof isolate>>} worker
 * @param {string} path
 */
function visitor({ url }, path) {
  const asked = request(new URL(path, url)).end();
  const gone = new Promise((resolve) => {
    const left = () => resolve('left');
    // Who leaves may have begun to read.
    asked.on('response', (answer) => json(answer).then(resolve, left));
    asked.on('error', left);
  });
  return { gone, leave: () => asked.socket?.resetAndDestroy() };
}

/** @param {(worker: Awaited<ReturnType<typeof isolate>>) => Promise<void>} test */
const inIsolate = (test) => async () => {
  const worker = await isolate();
  try {
    await test(worker);
  } finally {
    await worker.end();
  }
};

/** Ten visitors at once, all of whom get their answer. */
async function tenAnswers(worker, path) {
  const answers = await Promise.all(Array.from({ length: 10 }, () => worker.ask(path)));
  same(answers, Array(10).fill({ value: SUBJECT }), 'what the others got');
}

/** One hangs, ten others are served; then the one leaves, and ten others are served. */
const leaving = (hang, call) =>
  inIsolate(async (worker) => {
    const one = visitor(worker, hang);
    await hanging(env, 1);
    await tenAnswers(worker, call);
    one.leave();
    same(await one.gone, 'left', 'the visitor');
    // The request is over for the runtime, too: what it was waiting for is let go.
    await hanging(env, 0);
    await tenAnswers(worker, call);
  });

const first = await isolate();
const { value: report } = await first.ask('/checks');
await first.end();
const isolation = await each({
  'a visitor who leaves while the module loads holds up nobody': leaving('/load', '/call'),
  'a visitor who leaves while the token is asked for holds up nobody': leaving(
    '/call?client=token',
    '/call?client=token',
  ),
  'a visitor who leaves while an answer is awaited holds up nobody': leaving('/hang', '/call'),
  'a visitor who leaves while the limiter makes calls wait holds up nobody': inIsolate(async (worker) => {
    const one = visitor(worker, '/take');
    const seen = async () => (await fetch(`${env.session}/silent`)).text();
    await until(
      async () => (await seen()) !== '0',
      () => 'the visitor never took a slot',
    );
    one.leave();
    same(await one.gone, 'left', 'the visitor');
    const answers = await Promise.all(Array.from({ length: 4 }, () => worker.ask('/call?client=limited')));
    same(answers, Array(4).fill({ value: SUBJECT }), 'what the others got');
  }),
  'visitors who come and leave at random hold up nobody': inIsolate(async (worker) => {
    const guests = Array.from({ length: 60 }, (_, index) => {
      const guest = visitor(worker, index % 3 === 0 ? '/hang' : '/call');
      if (index % 3 !== 1) setTimeout(guest.leave, (index * 7) % 40);
      return { guest, stays: index % 3 === 1 };
    });
    for (const { guest, stays } of guests) {
      const got = await guest.gone;
      if (stays) same(got, { value: SUBJECT }, 'who stayed');
    }
    await tenAnswers(worker, '/call');
  }),
});
report.passed.push(...isolation.passed);
report.failed.push(...isolation.failed);
await tell(env, report);
process.exit();
