// The other side of the desk: an end user who writes. The sandbox takes what they say through the API itself.

import { ConversationsClient } from 'dixa-conversations';

const EVERY_MS = 20_000;

/** What is said in the demo, where, in turn. */
const LINES = /** @type {const} */ ([
  [10_001, 'Is there any news about my refund?'],
  [10_002, 'Hello? Is somebody there?'],
  [10_004, 'I tried the link again, and it still says that the password is wrong.'],
  [10_001, 'I still have the box, should you need a photo of it.'],
  [10_002, 'I will be at home all afternoon.'],
]);

/**
 * Writes into a conversation as its end user.
 * @param {import('dixa-conversations/testing').Sandbox} sandbox
 */
export function customerOf(sandbox) {
  const dixa = new ConversationsClient({
    token: sandbox.token,
    fetch: (url, init) => sandbox.fetch(url, init),
  });
  return (/** @type {number} */ conversation, /** @type {string} */ value) =>
    dixa.addMessage(conversation, { _type: 'Inbound', content: { _type: 'Text', value } });
}

/**
 * Lets them write every now and then, as long as the program runs.
 * @param {import('dixa-conversations/testing').Sandbox} sandbox
 */
export function keepWriting(sandbox) {
  const write = customerOf(sandbox);
  let turn = 0;
  setInterval(() => {
    const [conversation, text] = LINES[turn++ % LINES.length];
    // Somebody may have anonymized it meanwhile.
    write(conversation, text).catch((error) => console.error(error.message));
  }, EVERY_MS).unref();
}
