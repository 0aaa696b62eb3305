// jsdom as it comes has neither `fetch` nor TextDecoder. The package loads, and says what is missing.

const { ConversationsClient, DixaError } = require('dixa-conversations');

const options = { token: 'the-token-of-the-tests' };

async function failure(client) {
  const error = await client.getConversation(10_001).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DixaError);
  return { name: error.name, code: error.code, outcome: error.outcome, message: error.message };
}

test('a runtime without fetch is told so', async () => {
  expect(await failure(new ConversationsClient(options))).toEqual({
    name: 'ConfigurationError',
    code: 'no_fetch',
    outcome: 'not_sent',
    message: 'getConversation: there is no fetch here; give one as the option fetch',
  });
});

test('a runtime without TextDecoder is told so', async () => {
  const fetch = async () => ({ ok: true });
  expect(await failure(new ConversationsClient({ ...options, fetch }))).toEqual({
    name: 'RuntimeUnsupportedError',
    code: 'missing_global',
    outcome: 'not_sent',
    message:
      'WebAssembly cannot be loaded: TextDecoder is not defined; use an environment that has it, under Jest jest-fixed-jsdom in place of jsdom',
  });
});
