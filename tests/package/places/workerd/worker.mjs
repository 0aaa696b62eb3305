// A Worker whose client lives at module scope, shared by all requests of the isolate.

import * as dixa from 'dixa-conversations';
import * as testing from 'dixa-conversations/testing';
import * as webhooks from 'dixa-conversations/webhooks';
import { TOKEN, check, checkSandbox, checkWebhooks, joined, now } from './checks.mjs';

const { ConversationsClient, preload } = dixa;

/** @type {Map<string, any>} Clients by what is special about them; made at the first request that names it. */
const clients = new Map();

/** @param {string} kind @param {{ session: string }} env */
function client(kind, env) {
  const options = { token: TOKEN, baseUrl: `${env.session}/dixa`, logger: null };
  const special = {
    plain: { rateLimit: false },
    // Asks a server for it, and waits: for ever the first time.
    token: {
      rateLimit: false,
      token: async () => {
        const asked = clients.get('asked') ?? 0;
        clients.set('asked', asked + 1);
        if (asked === 0) await fetch(`${env.session}/silence`);
        return options.token;
      },
    },
    limited: {
      rateLimit: { requestsPerSecond: 4, burst: 1 },
      fetch: (url, init) => fetch(init.headers.has('x-hang') ? `${env.session}/silence` : url, init),
    },
    silent: { rateLimit: false, baseUrl: `${env.session}/silence`, maxRetries: 0 },
  };
  if (!clients.has(kind)) clients.set(kind, new ConversationsClient({ ...options, ...special[kind] }));
  return clients.get(kind);
}

/** What one request to the Worker does, by its path. */
const ROUTES = {
  '/checks': async (env) =>
    joined(
      await check(dixa, env, { started: now() }),
      await checkWebhooks(webhooks, dixa),
      await checkSandbox(testing, dixa, webhooks),
    ),
  // Waits for a module that never comes.
  '/load': async (env) => preload(fetch(`${env.session}/silence`)),
  '/call': async (env, kind, options) => {
    const { subject } = await client(kind, env).getConversation(10_001, options);
    return subject;
  },
  // A call that waits for an answer that never comes.
  '/hang': (env) => client('silent', env).closeConversation(10_001),
  // The limiter's next slots: the first is for a call that is never answered, so that the others wait behind it.
  '/take': (env) => {
    const call = () => client('limited', env).getConversation(10_001, { headers: { 'x-hang': '1' } });
    return Promise.all(Array.from({ length: 5 }, call));
  },
};

export default {
  async fetch(request, bindings) {
    const url = new URL(request.url);
    const given = JSON.parse(url.searchParams.get('options') ?? 'null') ?? undefined;
    try {
      const env = JSON.parse(bindings.DIXA_TEST);
      const value = await ROUTES[url.pathname](env, url.searchParams.get('client') ?? 'plain', given);
      return Response.json({ value: value ?? null });
    } catch (error) {
      return Response.json({
        name: error.name,
        code: error.code,
        outcome: error.outcome,
        text: String(error),
      });
    }
  },
};
