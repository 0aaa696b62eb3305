// In a Worker.

import * as dixa from 'dixa-conversations';
import { TOKEN } from './checks.mjs';
import { panics } from './panics.mjs';

const client = (env, place) =>
  new dixa.ConversationsClient({
    token: TOKEN,
    baseUrl: `${env.session}/${place}`,
    rateLimit: false,
    logger: null,
  });

const ROUTES = {
  '/panics': (env) => panics(dixa, env),
  '/hang': (env) => client(env, 'silence').closeConversation(10_001),
  '/panic': (env) => client(env, 'dixa').listTags(10_001, { headers: { 'x-panic': 'later' } }),
  '/call': async (env) => (await client(env, 'dixa').getConversation(10_001)).id,
};

export default {
  async fetch(request, { DIXA_TEST }) {
    try {
      return Response.json(await ROUTES[new URL(request.url).pathname](JSON.parse(DIXA_TEST)));
    } catch (error) {
      return Response.json(error.name);
    }
  },
};
