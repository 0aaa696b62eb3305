// The component that the README shows, tested without a network; with the timers of Jest, whose clock is the sandbox's.

const { ConversationsClient } = require('dixa-conversations');
const { createSandbox } = require('dixa-conversations/testing');
const { thread } = require('./thread.cjs');

const content = { _type: 'Text', value: 'Where is my parcel?' };
const sandbox = createSandbox({
  seed: { conversations: [{ _type: 'ChatConversation', id: 7, messages: [{ _type: 'Inbound', content }] }] },
});
const dixa = new ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch, maxRetries: 0 });
const [{ id: agentId }] = sandbox.snapshot().agents;

beforeEach(() => sandbox.reset());

async function answered(text) {
  await thread(document.body, dixa, 7, agentId);
  document.querySelector('input').value = text;
  document.querySelector('button').click();
  const status = document.querySelector('p');
  while (status.textContent === 'Sending') await new Promise((resolve) => setTimeout(resolve, 5));
  return status.textContent;
}

const shown = () => [...document.querySelectorAll('li')].map((line) => line.textContent);

test('an answer is sent once, and shown', async () => {
  expect(await answered('On its way!')).toBe('Sent');
  expect(shown()).toEqual(['Where is my parcel?', 'On its way!']);
  expect(sandbox.requests.filter(({ operation }) => operation === 'addMessage')).toHaveLength(1);
});

test('an answer that Dixa does not take is said to be not sent', async () => {
  sandbox.fail({ operation: 'addMessage', lost: true });
  expect(await answered('On its way!')).toBe('Not sent');
  expect(sandbox.snapshot().conversations[0].messages).toHaveLength(1);
});

test('webhooks are told in Jest, too', async () => {
  const told = [];
  const stop = sandbox.onWebhook(async (request) => {
    told.push((await request.json()).event_fqn);
    return new Response();
  });
  sandbox.receive(7, 'Hello?');
  await sandbox.settled();
  stop();
  expect(told).toEqual(['CONVERSATION_MESSAGE_ADDED']);
});

test('fake timers move its clock', () => {
  jest.useFakeTimers({ now: 0 });
  const local = createSandbox({ seed: 'empty' });
  jest.advanceTimersByTime(5000);
  expect(local.add({ _type: 'ChatConversation' }).createdAt).toBe('1970-01-01T00:00:05.000Z');
  jest.useRealTimers();
});
