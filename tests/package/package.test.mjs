// @ts-check
// The tarball as npm installs it: the README's lines in both kinds of module and strict TypeScript, its
// manifest, what is in it. Not here: every place it has to work in (`run.mjs`).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { startSandbox } from '../../demo/console/sandbox-server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const project = mkdtempSync(path.join(tmpdir(), 'dixa-conversations-'));
/** @type {Awaited<ReturnType<typeof startSandbox>>} */
let server;

before(async () => {
  const tarball = run('npm', [
    'pack',
    '--silent',
    '--pack-destination',
    project,
    path.join(root, 'pkg'),
  ]).trim();
  writeFileSync(path.join(project, 'package.json'), '{"name":"project","private":true}');
  run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', path.join(project, tarball)]);
  server = await startSandbox({ token: 'the token' });
});

after(() => {
  server.close();
  rmSync(project, { recursive: true });
});

/** @param {string} command @param {string[]} parameters */
function run(command, parameters) {
  return execFileSync(command, parameters, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, DIXA_API_TOKEN: 'the token', DIXA_BASE_URL: server?.url ?? '' },
  });
}

/** Runs a file of the project without holding up the server. @param {string[]} parameters @returns {Promise<string>} */
async function node(parameters) {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve, reject) =>
    execFile(
      process.execPath,
      parameters,
      { cwd: project, env: { ...process.env, DIXA_API_TOKEN: 'the token', DIXA_BASE_URL: server.url } },
      (error, stdout, stderr) =>
        error ? reject(new Error(stderr || String(error))) : resolve(stdout + stderr),
    ),
  );
}

test('the lines of the README run as they stand, in both kinds of module and in strict TypeScript', async () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const lines = /```ts\n([^`]*new ConversationsClient[^`]*)```/.exec(readme)?.[1];
  assert.ok(lines, 'the README has an example');
  // The sandbox stands in for Dixa: it is at another address, and its ids are its own.
  const here = lines
    .replace(
      'token: process.env.DIXA_API_TOKEN',
      'token: process.env.DIXA_API_TOKEN, baseUrl: process.env.DIXA_BASE_URL',
    )
    .replaceAll('1234', '10001');
  assert.notEqual(here, lines);
  writeFileSync(path.join(project, 'readme.mjs'), here);
  const printed = await node(['readme.mjs']);
  // The lines close the conversation; the next run needs one that is open.
  server.close();
  server = await startSandbox({ token: 'the token' });
  assert.match(printed, /Lamp arrived broken/);
  writeFileSync(
    path.join(project, 'readme.cjs'),
    `${here.replace(/import (\{[^}]+\}) from ('[^']+');/, 'const $1 = require($2);').replace(/\n(?=const dixa)/, '\n(async () => {\n')}\n})();`,
  );
  assert.equal(await node(['readme.cjs']), printed);
  compile('readme.mts', here);
});

/** Compiles a file as strictly as can be. @param {string} name @param {string} lines */
function compile(name, lines) {
  mkdirSync(path.join(project, 'ts'), { recursive: true });
  writeFileSync(path.join(project, 'ts', name), lines);
  writeFileSync(
    path.join(project, 'ts', 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        target: 'es2022',
        module: 'nodenext',
        lib: ['es2022', 'dom'],
        types: ['node'],
        typeRoots: [path.join(root, 'node_modules/@types')],
        skipLibCheck: false,
      },
    }),
  );
  run(path.join(root, 'node_modules/.bin/tsc'), ['-p', 'ts']);
}

test('the receiver of webhooks in the README runs as it stands, and is strict TypeScript', async () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const lines = /```ts\n([^`]*verifyWebhook[^`]*)```/.exec(readme)?.[1];
  assert.ok(lines, 'the README has an example');
  compile('webhooks.mts', lines);
  const { code } = await transform(lines, { loader: 'ts' });
  writeFileSync(path.join(project, 'webhooks.mjs'), code);
  writeFileSync(
    path.join(project, 'delivery.mjs'),
    `import { createHmac } from 'node:crypto';
    import { POST } from './webhooks.mjs';
    const secret = (process.env.DIXA_WEBHOOK_SECRET = '73fcc76a2a9328d5');
    const body = JSON.stringify({ event_id: 'e1', event_fqn: 'CONVERSATION_MESSAGE_ADDED', data: { text: 'Hello' } });
    const t = Date.now();
    const v1 = createHmac('sha256', Buffer.from(secret, 'hex')).update(t + '.' + body).digest('hex');
    const headers = { 'x-dixa-signature': \`t=\${t},v1=\${v1}\` };
    for (const sent of [body, body.replace('Hello', 'Hullo')])
      console.log((await POST(new Request('http://here/', { method: 'POST', headers, body: sent }))).status);`,
  );
  const printed = await node(['delivery.mjs']);
  assert.match(printed, /^e1 Hello\n204\n401\n/);
  assert.match(printed, /^no_match$/m);
});

test('the manifest is one that tools agree with', () => {
  const bin = (/** @type {string} */ name) => path.join(root, 'node_modules/.bin', name);
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '';
  run(bin('publint'), ['--strict', path.join(root, 'pkg')]);
  run(bin('attw'), [
    path.join(project, tarball),
    '--profile',
    'node16',
    '--exclude-entrypoints',
    'dixa_bg.wasm',
  ]);
});

test('nothing in the tarball names the machine that made it', () => {
  const home = new RegExp(['/root/', '/home/', root.replace(/\/$/, '')].join('|'));
  for (const name of readdirSync(path.join(root, 'pkg/dist'))) {
    assert.doesNotMatch(readFileSync(path.join(root, 'pkg/dist', name), 'latin1'), home, name);
  }
});
