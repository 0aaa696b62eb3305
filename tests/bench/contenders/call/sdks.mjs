// One small call, as each SDK makes it with its own defaults; this package without its rate limiter, which
// the others do not have.

import Anthropic from '@anthropic-ai/sdk';
import { Octokit } from '@octokit/core';
import { ConversationsClient, preload } from 'dixa-conversations';
import ky from 'ky';
import OpenAI from 'openai';
import createClient from 'openapi-fetch';
import Stripe from 'stripe';
import { parse } from 'valibot';
import * as valibot from '../../.work/schemas/valibot.mjs';
import * as zod from '../../.work/schemas/zod-mini.mjs';
import { BASE, stub } from '../stub.mjs';

const path = '/v1/conversations/1/tags';

/** @param {(answer: unknown) => unknown} check */
const openapiFetch = (check) => async (bytes) => {
  const client = createClient({ baseUrl: BASE, fetch: stub(bytes), headers: { authorization: 't' } });
  const params = { path: { conversationId: 1 } };
  return async () => check((await client.GET('/v1/conversations/{conversationId}/tags', { params })).data);
};

export const contenders = {
  'fetch + JSON': async (bytes) => {
    const fetch = stub(bytes);
    return async () => (await fetch(BASE + path, { headers: { authorization: 't' } })).json();
  },
  'dixa-conversations': async (bytes) => {
    await preload();
    const options = { token: 't', baseUrl: BASE, rateLimit: false, logger: null };
    const dixa = new ConversationsClient({ ...options, fetch: stub(bytes) });
    return async () => ({ data: await dixa.listTags(1) });
  },
  'openapi-fetch': openapiFetch((answer) => answer),
  'openapi-fetch + zod mini': openapiFetch((answer) => zod.listTags.parse(answer)),
  'openapi-fetch + valibot': openapiFetch((answer) => parse(valibot.listTags, answer)),
  ky: async (bytes) => {
    const client = ky.create({ prefix: BASE, fetch: stub(bytes), headers: { authorization: 't' } });
    return () => client.get(path.slice(1)).json();
  },
  '@octokit/core': async (bytes) => {
    const octokit = new Octokit({ auth: 't', baseUrl: BASE, request: { fetch: stub(bytes) } });
    return async () => (await octokit.request('GET /v1/conversations/{id}/tags', { id: 1 })).data;
  },
  openai: async (bytes) => {
    const openai = new OpenAI({ apiKey: 't', baseURL: BASE, fetch: stub(bytes) });
    return () => openai.get(path);
  },
  stripe: async (bytes) => {
    const stripe = new Stripe('t', { httpClient: Stripe.createFetchHttpClient(stub(bytes)) });
    return () => stripe.customers.retrieve('1');
  },
  '@anthropic-ai/sdk': async (bytes) => {
    const anthropic = new Anthropic({ apiKey: 't', baseURL: BASE, fetch: stub(bytes) });
    return () => anthropic.get(path);
  },
};
