// @ts-check
// Example: set aside until a moment.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, agentId }) {
  const timestamp = new Date('2026-11-27T09:00:00Z');
  await dixa.followupConversation(conversationId, { timestamp, userId: agentId });
  console.log((await dixa.getConversation(conversationId)).state);
}
