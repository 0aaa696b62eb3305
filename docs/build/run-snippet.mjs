// @ts-check
// Runs one snippet as its reader would, but for Dixa: `fetch` answers from a sandbox, the token is the
// sandbox's, and `chrome` joins a page of an extension to its service worker. What a snippet exports for a
// server to call is called.

import { createHmac } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSandbox } from '../../pkg/dist/testing.mjs';
import { NOW } from './world.mjs';

const file = process.argv[2] ?? '';
const sandbox = createSandbox({ clock: () => NOW });
const secret = '73fcc76a2a9328d5';
// Where a relative address is relative to.
const page = new URL('https://site.example/inbox');
Object.assign(globalThis, { location: page });
Object.assign(process.env, { DIXA_API_TOKEN: sandbox.token, DIXA_WEBHOOK_SECRET: secret });
globalThis.fetch = async (input, init) => {
  const { origin, pathname } = new URL(input instanceof Request ? input.url : input, page);
  if (origin === 'https://dev.dixa.io') return sandbox.fetch(input, init);
  if (origin !== 'https://site.example') throw new Error(`a snippet asked ${origin}`);
  // The proxy of the site adds the token.
  const headers = { authorization: sandbox.token };
  return sandbox.fetch(`https://dev.dixa.io${pathname.replace(/^\/api\/dixa/, '')}`, { ...init, headers });
};

/** @typedef {(message: unknown, sender: unknown, answer: (value: unknown) => void) => unknown} Listener */
/** @type {Listener[]} */
const listeners = [];
const storage = {
  get: async () => ({ token: sandbox.token }),
  setAccessLevel: async () => {},
  onChanged: { addListener: () => {} },
};
const chrome = {
  runtime: {
    onMessage: { addListener: (/** @type {Listener} */ one) => listeners.push(one) },
    async sendMessage(/** @type {unknown} */ message) {
      await import(pathToFileURL(path.join(path.dirname(file), 'background.js')).href);
      // What crosses is JSON, as in Chrome.
      const sent = JSON.parse(JSON.stringify(message));
      const answer = await new Promise((resolve) =>
        listeners.forEach((listen) => listen(sent, { origin: page.origin }, resolve)),
      );
      return JSON.parse(JSON.stringify(answer));
    },
  },
  sidePanel: { setPanelBehavior: async () => {} },
  storage: { local: storage },
  tabs: { query: async () => [{ url: 'https://acme.dixa.com/conversation/10001' }] },
};
Object.assign(globalThis, { chrome });

const { default: worker, GET, POST } = await import(pathToFileURL(file).href);
const get = GET ?? worker?.fetch;
if (get) {
  const env = { DIXA_API_TOKEN: sandbox.token };
  const answer = await get(new Request('https://site.example/10001'), env, { waitUntil() {} });
  console.log(answer.status, await answer.text());
}
if (POST) {
  const event = { event_id: 'e1', event_fqn: 'CONVERSATION_MESSAGE_ADDED', data: { text: 'Hello' } };
  // Signed with the secret, then with another.
  for (const key of [secret, 'ffff']) {
    const body = JSON.stringify(event);
    const t = Date.now();
    const v1 = createHmac('sha256', Buffer.from(key, 'hex')).update(`${t}.${body}`).digest('hex');
    const headers = { 'x-dixa-signature': `t=${t},v1=${v1}` };
    const answer = await POST(new Request('https://site.example/', { method: 'POST', headers, body }));
    console.log(answer.status);
  }
}

// A server would listen on, and a panel wait for an answer that it has; tests run once this file has ended.
if (!file.endsWith('.test.js')) process.exit();
