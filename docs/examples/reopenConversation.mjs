// @ts-check
// Example: closed, and open again.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  await dixa.closeConversation(conversationId);
  await dixa.reopenConversation(conversationId);
  console.log((await dixa.getConversation(conversationId)).state);
}
