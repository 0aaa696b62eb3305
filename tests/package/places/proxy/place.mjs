// The proxy as `docs/proxy.md` shows it, on each server: a page in Chromium behind it, requests that no browser would
// make, answers that come slowly, and visitors who leave.

import { writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { TOKEN, each, joined, same, until } from '../../checks.mjs';
import { freePort } from '../../harness/server.mjs';
import { hostile } from './hostile.mjs';
import { samples } from './samples.mjs';

/** Servers, and the program that runs each. */
const SERVERS = {
  Express: 'express.mjs',
  Hono: 'hono.mjs',
  'Node http': 'node.mjs',
  'Vite 8, development server': 'vite.mjs',
  workerd: 'workers.mjs',
};

/** What gives a server its version. */
const PACKAGES = {
  Express: 'express',
  Hono: 'hono',
  'Vite 8, development server': 'vite',
  workerd: 'workerd',
};

export default Object.entries(SERVERS).map(([name, program]) => ({
  name: `proxy, ${name}`,
  core: true,
  version: (context) => context.installed(PACKAGES[name] ?? '@hono/node-server'),
  run: async (context) => {
    await context.bundle(['page.mjs', '--outfile=public/page.js', '--format=iife']);
    // Once, and before a server runs: Vite starts anew when its configuration is written.
    for (const [file, text] of Object.entries(samples()))
      writeFileSync(path.join(context.folder, file), text.replace('3000', 'Number(process.env.PORT)'));
    await context.bundle(['worker.mjs', '--outfile=bundle.mjs', '--format=esm', '--conditions=workerd']);
    const shop = await start(context, program, `${context.env.session}/dixa`);
    const dixa = await slowDixa(context);
    const slow = await start(context, program, dixa.url);
    // For the page it is another origin of the same site: the cookies are sent there, too.
    context.env.other = slow;
    const report = await context.page('chromium', `${shop}/`);
    return joined(
      report,
      await each({
        'what a page of another origin asked for has not come to Dixa': () =>
          same(dixa.arrived(), 0, 'requests that arrived'),
        ...hostile(shop, context.env),
        ...timely(slow, dixa),
      }),
    );
  },
}));

/** Starts a server in front of a Dixa; gives its origin. */
async function start(context, program, baseUrl) {
  const port = await freePort();
  const env = { PORT: String(port), DIXA_API_TOKEN: TOKEN, DIXA_BASE_URL: baseUrl };
  const child = context.start([process.execPath, program], env);
  const origin = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(origin).then(
      ({ ok }) => ok,
      () => false,
    );
  const failed = () => `${program} does not answer:\n${child.said()}`;
  await until(async () => child.exitCode !== null || (await answers()), failed);
  if (child.exitCode !== null) throw new Error(failed());
  return origin;
}

const TEXT = JSON.stringify({ data: { subject: 'På vej! 🚚'.repeat(500) } });

/** What the slow Dixa answers at once, compressed or not. */
const WHOLE = {
  '/v1/conversations/8': { body: gzipSync(TEXT), headers: { 'content-encoding': 'gzip' } },
  '/v1/conversations/9': { body: Buffer.from(TEXT), headers: {} },
};

/** A Dixa that begins its answers and waits, and knows who has gone. */
async function slowDixa(context) {
  const open = new Set();
  let arrived = 0;
  const server = createServer((request, response) => {
    arrived++;
    open.add(response);
    response.on('close', () => open.delete(response));
    const whole = WHOLE[request.url];
    if (whole) {
      response.writeHead(200, { ...whole.headers, 'content-length': whole.body.length });
      response.end(whole.body);
    } else if (request.url.endsWith('/messages')) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"data":');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.cleanUp(() => (server.closeAllConnections(), server.close()));
  return { url: `http://127.0.0.1:${server.address().port}`, open, arrived: () => arrived };
}

/** Waits until so many requests are open at the slow Dixa. */
const opened = ({ open }, count) =>
  until(
    () => open.size === count,
    () => `${open.size} requests are open, not ${count}`,
  );

/** A visitor; gives the parts of the answer's body as they come. To leave is to reset the connection. */
function visit(origin, path) {
  const asked = request(`${origin}/api/dixa/v1/conversations/${path}`, {
    headers: { cookie: 'session=dale' },
    agent: false,
  }).end();
  asked.on('error', () => {});
  const parts = new Promise((resolve) =>
    asked.on('response', (answer) => resolve(answer.setEncoding('utf8')[Symbol.asyncIterator]())),
  );
  return {
    part: async () => (await (await parts).next()).value,
    leave: () => asked.socket.resetAndDestroy(),
  };
}

const timely = (origin, dixa) => ({
  'an answer comes whole, was it compressed or not': async () => {
    for (const id of ['8', '9']) {
      const visitor = visit(origin, id);
      let text = '';
      for (let part = await visitor.part(); part !== undefined; part = await visitor.part()) text += part;
      same(text, TEXT, 'the answer');
    }
  },
  'the first bytes of an answer come before its last are made': async () => {
    const visitor = visit(origin, '7/messages');
    same(await visitor.part(), '{"data":', 'the first bytes');
    for (const response of dixa.open) response.end('[]}');
    same(await visitor.part(), '[]}', 'the last');
    await opened(dixa, 0);
  },
  'who leaves before the answer ends the request to Dixa': async () => {
    const visitor = visit(origin, '7');
    await opened(dixa, 1);
    visitor.leave();
    await opened(dixa, 0);
  },
  'who leaves in the middle of an answer ends it': async () => {
    const visitor = visit(origin, '7/messages');
    same(await visitor.part(), '{"data":', 'the first bytes');
    visitor.leave();
    await opened(dixa, 0);
  },
});
