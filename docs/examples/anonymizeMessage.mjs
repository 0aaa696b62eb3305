// @ts-check
// Example: one message; the others stay as they are.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, messageId }) {
  const request = await dixa.anonymizeMessage(conversationId, messageId);
  console.log(request);
}
