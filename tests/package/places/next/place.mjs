// Next 16, as it is built and as it is developed with: route handlers on Node and on the edge runtime, a server
// component and a client component.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { each, same } from '../../checks.mjs';
import { together } from '../../harness/place.mjs';

const next = ['node_modules/.bin/next'];
const quiet = { NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

const place = (kind, words, prepare) => ({
  name: `Next 16, ${kind}`,
  version: (context) => context.installed('next'),
  run: async (context) => {
    const prepared = await prepare(context);
    const server = context.start([...next, ...words, '--port', '0', '--hostname', '127.0.0.1'], quiet);
    const [, origin] = await context.saying(server, /(http:\/\/127[\d.:]+)[^]*Ready/);

    /** What is told of a part that runs on the server, after a request to it. */
    async function onServer(part, request) {
      const { env, report } = context.server.session();
      const response = await request(JSON.stringify(env));
      if (!response.ok) throw new Error(`${part} answers ${response.status}:\n${server.said()}`);
      return named(part, await report);
    }
    const post = (path) => (body) => fetch(origin + path, { method: 'POST', body });

    return together(
      await onServer('a route handler on Node', post('/api/node')),
      await onServer('a route handler on the edge runtime', post('/api/edge')),
      await onServer('a server component', (env) => fetch(`${origin}/?env=${encodeURIComponent(env)}`)),
      named('a client component', await context.page('chromium', `${origin}/client`)),
      prepared,
    );
  },
});

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
