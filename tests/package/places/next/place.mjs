// Next 16, as it is built and as it is developed with: route handlers on Node and on the edge runtime, a server
// component and a client component.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOKEN, each, joined, same } from '../../checks.mjs';
import { openPage } from '../../harness/browsers.mjs';
import { PATIENCE_MS } from '../../harness/patience.mjs';
import { hostile } from '../proxy/hostile.mjs';
import { samples } from '../proxy/samples.mjs';

const next = ['node_modules/.bin/next'];
const quiet = { NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

const place = (kind, words, prepare) => ({
  name: `Next 16, ${kind}`,
  version: (context) => context.installed('next'),
  run: async (context) => {
    await addProxy(context);
    const prepared = await prepare(context);
    const proxied = context.server.session();
    const server = context.start([...next, ...words, '--port', '0', '--hostname', '127.0.0.1'], {
      ...quiet,
      DIXA_API_TOKEN: TOKEN,
      DIXA_BASE_URL: `${proxied.env.session}/dixa`,
    });
    const [, origin] = await context.saying(server, /(http:\/\/127[\d.:]+)[^]*Ready/);

    /** What is told of a part that runs on the server, after a request to it. */
    async function onServer(part, request) {
      const { env, report } = context.server.session();
      const response = await request(JSON.stringify(env));
      if (!response.ok) throw new Error(`${part} answers ${response.status}:\n${server.said()}`);
      return named(part, await report);
    }
    const post = (path) => (body) => fetch(origin + path, { method: 'POST', body });

    return joined(
      await onServer('a route handler on Node', post('/api/node')),
      await onServer('a route handler on the edge runtime', post('/api/edge')),
      await onServer('a server component', (env) => fetch(`${origin}/?env=${encodeURIComponent(env)}`)),
      named('a client component', await context.page('chromium', `${origin}/client`)),
      named('a page behind the proxy', await behindProxy(context, origin, proxied)),
      named('the proxy', await each(hostile(origin, proxied.env))),
      prepared,
    );
  },
});

/** Puts the proxy into the project, as the documentation shows it, and the page that is behind it elsewhere. */
async function addProxy(context) {
  const to = (...names) => path.join(context.folder, ...names);
  const from = (name) => fileURLToPath(new URL(`../proxy/${name}`, import.meta.url));
  const { 'proxy.mjs': proxy, 'route.js': route } = samples();
  mkdirSync(to('app', 'api', 'dixa', '[...path]'), { recursive: true });
  writeFileSync(to('proxy.mjs'), proxy);
  writeFileSync(to('app', 'api', 'dixa', '[...path]', 'route.js'), route);
  for (const name of ['session.mjs', 'page.mjs']) cpSync(from(name), to(name));
  cpSync(from('public/index.html'), to('public', 'proxied.html'), { recursive: true });
  await context.bundle(['page.mjs', '--outfile=public/page.js', '--format=iife']);
}

/** What is told by a page that knows Dixa through the proxy alone. */
async function behindProxy(context, origin, { env, report }) {
  const page = await openPage(
    'chromium',
    `${origin}/proxied.html#${encodeURIComponent(JSON.stringify(env))}`,
  );
  context.cleanUp(() => page.close());
  const late = new Promise((_, reject) =>
    setTimeout(() => reject(new Error(`nothing was told:\n${page.said()}`)), PATIENCE_MS).unref(),
  );
  return Promise.race([report, late]);
}

/** A report in which each check names the part that made it. */
const named = (part, { passed, failed, coldStartMs }) => ({
  passed: passed.map((name) => `${part}: ${name}`),
  failed: failed.map(({ name, message }) => ({ name: `${part}: ${name}`, message })),
  coldStartMs,
});

async function build(context) {
  await context.command([...next, 'build'], quiet);
  const manifest = path.join(context.folder, '.next', 'server', 'middleware-manifest.json');
  const { functions } = JSON.parse(readFileSync(manifest, 'utf8'));
  return each({
    // On one's own machine bytes would be compiled as well; where it is deployed to, they are not.
    'the edge runtime is given the wasm as a file': () => {
      const files = functions['/api/edge/route'].wasm.map(({ filePath }) => /dixa_bg/.test(filePath));
      same(files, [true], 'files of wasm');
    },
  });
}

export default [
  place('build', ['start'], build),
  place('development server', ['dev'], () => ({ passed: [], failed: [] })),
];
