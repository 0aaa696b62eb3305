// @ts-check
// The tarball as npm installs it: the README's lines in both kinds of module and strict TypeScript, its
// manifest, what is in it. Not here: every place it has to work in (`run.mjs`).

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { transform } from 'esbuild';
import { startSandbox } from '../../demo/console/sandbox-server.mjs';
import { root } from '../../pkg-template/build/setup.mjs';
import { readmeFile } from './harness/project.mjs';

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

/** The lines of one of the README's sections, and the sandbox's address and ids in them. @param {string} section */
function linesOf(section) {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const lines = new RegExp(`^## ${section}\\n[^]*?\`\`\`ts\\n([^]*?)\`\`\``, 'm').exec(readme)?.[1];
  assert.ok(lines, `the README has an example of ${section}`);
  return lines
    .replace(/token: .*process\.env\.DIXA_API_TOKEN.*?(?=,| })/, '$&, baseUrl: process.env.DIXA_BASE_URL')
    .replaceAll('1234', '10001');
}

/** Compiles files as strictly as can be. @param {Record<string, string>} files */
function compiled(files) {
  mkdirSync(path.join(project, 'ts'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(project, 'ts', name), text);
  const compilerOptions = {
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
  };
  writeFileSync(path.join(project, 'ts', 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  run(path.join(root, 'node_modules/.bin/tsc'), ['-p', 'ts']);
}

test('the lines of the README run as they stand, in both kinds of module and in strict TypeScript', async () => {
  const here = linesOf('Ten lines');
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
  compiled({ 'readme.mts': here });
});

test('what the README shows to whoever has no account runs without one', async () => {
  const lines = linesOf('Without an account');
  compiled({ 'try.mts': lines });
  writeFileSync(path.join(project, 'try.mjs'), lines);
  assert.match(await node(['try.mjs']), /^(\S+Z EmailAttributes\n)+$/);
});

test('the receiver of webhooks in the README runs as it stands, and is strict TypeScript', async () => {
  const lines = linesOf('Webhooks');
  compiled({ 'webhooks.mts': lines });
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

test('the proxy of the README lets its page do what it names, and nothing else', async () => {
  const proxy = linesOf('Through a proxy');
  const session = 'export const agentOf = async (cookie) => (cookie === "agent=7" ? { id: 7 } : undefined);';
  const page = `
    import { ConversationsClient } from 'dixa-conversations';
    import { proxy } from './proxy.mjs';
    const client = (cookie) => new ConversationsClient({
      baseUrl: 'https://site.example/api/dixa',
      headers: { cookie },
      fetch: (url, init) => proxy(new Request(url, init)),
    });
    console.log((await client('agent=7').getConversation(10001)).subject);
    for (const call of [client('agent=7').listTags(10001), client('').getConversation(10001)])
      console.log(await call.catch(({ name, body }) => name + ' ' + body.code));
  `;
  for (const [name, text] of Object.entries({ 'proxy.mjs': proxy, 'session.mjs': session, 'page.mjs': page }))
    writeFileSync(path.join(project, name), text);
  assert.equal(
    await node(['page.mjs']),
    [
      'Lamp arrived broken, I would like a refund',
      'PermissionDeniedError proxy_operation_not_allowed',
      'PermissionDeniedError proxy_not_authorized',
      '',
    ].join('\n'),
  );
  compiled({
    'proxy.mts': proxy,
    'session.mts':
      'export const agentOf = async (cookie: string | null) => (cookie ? { id: 7 } : undefined);',
  });
});

test('the helpers of the README do what they say', async () => {
  const lines = linesOf('Helpers').replace('intervalMs: 5000', 'intervalMs: 50');
  const around = `
    import { ConversationsClient } from 'dixa-conversations';
    const controller = new AbortController();
    const { signal } = controller;
    const content = { _type: 'Text', value: 'Any news?' } as const;
    let [looks, told] = [0, 100];
    const { log } = console;
    console.log = (said) => ((told = looks), log(said));
    const dixa = new ConversationsClient({
      token: process.env.DIXA_API_TOKEN ?? '', baseUrl: process.env.DIXA_BASE_URL,
      onResponse: ({ operation }) => {
        if (operation !== 'listMessages') return;
        looks++;
        // What the first look finds is not new; two more looks would tell it again.
        if (looks === 1) dixa.addMessage(10001, { _type: 'Inbound', content });
        if (looks > told + 2) controller.abort();
      },
    });
  `;
  compiled({ 'helpers.mts': around + lines });
  writeFileSync(path.join(project, 'helpers.mjs'), around.replace(' as const', '') + lines);
  assert.equal(await node(['helpers.mjs']), 'Any news?\n');
  const required = ['proxy', 'helpers'].map(
    (name) => `...Object.keys(require('dixa-conversations/${name}'))`,
  );
  writeFileSync(path.join(project, 'required.cjs'), `console.log(String([${required}].sort()));`);
  assert.equal(
    await node(['required.cjs']),
    'createProxy,messageContent,splitOutcomes,waitForAnonymization,watchMessages\n',
  );
});

test('the bot and the tests of webhooks in the README run as they stand, and are strict TypeScript', async () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const bot = /```ts\n([^`]*function reply[^`]*)```/.exec(readme)?.[1];
  const lines = /```ts\n([^`]*onWebhook[^`]*)```/.exec(readme)?.[1];
  assert.ok(bot && lines, 'the README has the examples');
  // Vitest runs the tests of the thread (places/vitest).
  compiled({ 'bot.mts': bot, 'deliveries.mts': lines, 'thread.mts': readmeFile('thread.ts') });
  for (const [name, text] of Object.entries({ bot, deliveries: lines }))
    writeFileSync(path.join(project, `${name}.mjs`), (await transform(text, { loader: 'ts' })).code);
  const printed = (await node(['deliveries.mjs'])).trim().split('\n');
  const names = ['CONVERSATION_CREATED', 'CONVERSATION_ENQUEUED', 'CONVERSATION_MESSAGE_ADDED'];
  assert.deepEqual(
    printed.filter((line) => line.endsWith(' 204')).sort(),
    names.flatMap((name) => Array(3).fill(`${name} 204`)),
  );
  writeFileSync(
    path.join(project, 'bot-runs.mjs'),
    `import { ConversationsClient } from 'dixa-conversations';
    import { createSandbox } from 'dixa-conversations/testing';
    import { reply } from './bot.mjs';
    const sandbox = createSandbox({ seed: 'empty' });
    const dixa = new ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch, rateLimit: false });
    const [agent] = sandbox.snapshot().agents;
    sandbox.onWebhook(async (request) => {
      await reply(dixa, agent.id, await request.json());
      return new Response();
    }, { deliveries: 3, shuffle: true });
    const content = { _type: 'Text', value: 'Hello' };
    sandbox.add({ _type: 'ChatConversation', messages: [{ _type: 'Inbound', content }] });
    await sandbox.settled();
    const { messages } = sandbox.snapshot().conversations[0];
    console.log(messages.map(({ attributes }) => attributes.direction).join());`,
  );
  assert.equal(await node(['bot-runs.mjs']), 'Inbound,Outbound\n');
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
