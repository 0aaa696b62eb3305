// @ts-check
// Example: a claim that takes it from nobody.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, otherConversationId, agentId }) {
  await dixa.claimConversation(otherConversationId, { agentId, force: false });
  const conversation = await dixa.getConversation(otherConversationId);
  if (conversation._type === 'EmailConversation') console.log(conversation.assignment);
}
