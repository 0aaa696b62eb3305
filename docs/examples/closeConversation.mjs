// @ts-check
// Example: closed in an agent's name.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, agentId }) {
  await dixa.closeConversation(conversationId, { userId: agentId });
  console.log((await dixa.getConversation(conversationId)).state);
}
