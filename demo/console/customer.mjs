// The other side of the desk: an end user who writes.

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
 * Lets them write every now and then, as long as the program runs.
 * @param {import('dixa-conversations/testing').Sandbox} sandbox
 */
export function keepWriting(sandbox) {
  let turn = 0;
  setInterval(() => {
    const [conversation, text] = LINES[turn++ % LINES.length];
    try {
      sandbox.receive(conversation, text);
    } catch (/** @type {any} */ error) {
      // Somebody may have anonymized it meanwhile.
      console.error(error.message);
    }
  }, EVERY_MS).unref();
}
