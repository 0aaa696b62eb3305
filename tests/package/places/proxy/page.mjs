// The page's program: the client with a relative baseUrl and no token, behind the server that the page came from.

import { TOKEN, each, same, tell, thrown } from './checks.mjs';
import * as dixa from 'dixa-conversations';

const DALE = 'a53b25da-f676-4c52-acac-58c9280aa23d';
const IDA = '67ff39b6-b1ee-4d5f-91ee-168d4668c4ba';
const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));

/** All that the page has seen of the way to Dixa. */
const seen = [];

const client = new dixa.ConversationsClient({
  baseUrl: '/api/dixa',
  rateLimit: false,
  logger: null,
  maxRetries: 0,
  fetch: async (url, init) => {
    const answer = await fetch(url, init);
    seen.push(url, [...init.headers], [...answer.headers], await answer.clone().text());
    return answer;
  },
});

/** @param {Promise<unknown>} promise @param {any} type @param {number} status @param {string} [code] */
async function refused(promise, type, status, code) {
  const error = await thrown(promise);
  same(
    [error.name, error.status, error.outcome, error.body?.code],
    [type.name, status, 'rejected', code],
    'the error',
  );
}

const content = { _type: 'Text', value: 'På vej! 🚚' };

each({
  'who is not logged in is told so': () =>
    refused(client.getConversation(10_001), dixa.AuthenticationError, 401),
  'the client reads': async () => {
    document.cookie = 'session=dale; path=/; samesite=lax';
    const { subject } = await client.getConversation(10_001);
    same(subject, 'Lamp arrived broken, I would like a refund', 'the subject');
  },
  'the client turns pages': async () => {
    const ids = [];
    const search = () =>
      client.searchConversationsWithFilters({ query: { value: 'order' } }, { pageLimit: 3 });
    for await (const hit of search()) ids.push(hit.id);
    same(new Set(ids).size > 4 && new Set(ids).size === ids.length, true, `more than a page of ${ids}`);
    const first = await search();
    same((await first.next()).items[0].id, ids[3], 'where the second page begins');
  },
  'the client writes': async () => {
    await client.claimConversation(10_002, { agentId: DALE, force: true });
    const { messageId } = await client.addMessage(10_002, { _type: 'Outbound', agentId: DALE, content });
    const messages = await client.listMessages(10_002);
    same(messages.find(({ id }) => id === messageId)?.attributes.content, content, 'the message');
  },
  'who acts in the name of another is refused': () =>
    refused(
      client.addMessage(10_002, { _type: 'Outbound', agentId: IDA, content }),
      dixa.PermissionDeniedError,
      403,
      'proxy_not_authorized',
    ),
  'what is not allowed is refused': () =>
    refused(client.closeConversation(10_002), dixa.PermissionDeniedError, 403, 'proxy_operation_not_allowed'),
  'what Dixa refuses is told as Dixa tells it': () =>
    refused(client.getConversation(1), dixa.NotFoundError, 404),
  'calls run side by side': async () => {
    const ids = Array.from({ length: 20 }, (_, index) => 10_001 + index);
    const all = await Promise.all(ids.map((id) => client.getConversation(id)));
    same(
      all.map(({ id }) => id),
      ids,
      'the conversations',
    );
  },
  ...(env.other && {
    'a page of another origin sees nothing': async () => {
      const url = `${env.other}/api/dixa/v1/conversations/7/messages`;
      // As an image or a form would: without asking first.
      const asked = ['GET', 'POST'].map((method) =>
        thrown(fetch(url, { method, mode: 'no-cors', credentials: 'include' })),
      );
      for (const error of await Promise.all(asked)) same(error.name, 'TypeError', 'what the page is told');
    },
  }),
  'the page has never seen the token': () => {
    same(seen.length > 100, true, 'what it has seen');
    same(JSON.stringify(seen).includes(TOKEN), false, 'the token is in sight');
  },
}).then((report) => tell(env, report));
