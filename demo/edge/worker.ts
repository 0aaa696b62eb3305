// A Worker that answers chats, and stands between the console and Dixa. It has no store: the reply's `externalId` is the event's id, and Dixa takes each only
// once, however often and in whatever order the event is delivered.

import { env } from 'cloudflare:workers';
import { BadRequestError, ConversationsClient, isDixaError } from 'dixa-conversations';
import { createProxy } from 'dixa-conversations/proxy';
import { verifyWebhook, WebhookVerificationError, type WebhookEvent } from 'dixa-conversations/webhooks';
import { ALLOWED } from '../console/allowed.mjs';

const dixa = new ConversationsClient({
  token: env.DIXA_API_TOKEN,
  baseUrl: env.DIXA_BASE_URL,
  timeoutMs: env.DIXA_TIMEOUT_MS,
});

/** For the console, with the token on this side: whoever has a session may do what it names. */
const proxy = createProxy({
  token: env.DIXA_API_TOKEN,
  baseUrl: env.DIXA_BASE_URL,
  prefix: '/api/dixa',
  allow: ALLOWED,
  authorize: (request) => request.headers.get('cookie') === `session=${env.SESSION}`,
});

/** Answers what a customer says in a chat; of all other events there is nothing to do. */
async function reply(event: WebhookEvent) {
  if (event.event_fqn !== 'CONVERSATION_MESSAGE_ADDED') return;
  const { conversation, direction, channel } = event.data;
  if (direction !== 'inbound' || channel !== 'WIDGET_CHAT') return;
  const name = conversation.requester.name ?? 'there';
  try {
    await dixa.addMessage(conversation.csid, {
      _type: 'Outbound',
      agentId: env.DIXA_AGENT_ID,
      content: {
        _type: 'Text',
        value: `Hello ${name}, thank you for writing. Somebody will be with you soon.`,
      },
      externalId: event.event_id,
    });
  } catch (error) {
    // An earlier delivery of the event was answered already.
    if (!(error instanceof BadRequestError && error.code === 'duplicate_external_id')) throw error;
  }
}

async function webhook(request: Request) {
  try {
    const { event } = await verifyWebhook(request, { secret: env.DIXA_WEBHOOK_SECRET });
    await reply(event);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof WebhookVerificationError) return new Response(null, { status: 401 });
    // Dixa may deliver it again; what was done is not done twice.
    console.error(isDixaError(error) ? `${error.code} ${error.outcome}` : error);
    return new Response(null, { status: 500 });
  }
}

export default {
  async fetch(request: Request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/webhooks/dixa' && request.method === 'POST') return webhook(request);
    if (pathname.startsWith('/api/dixa/')) return proxy(request);
    return new Response('There is nothing here.', { status: 404 });
  },
};
