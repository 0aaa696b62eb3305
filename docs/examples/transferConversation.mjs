// @ts-check
// Example: to another queue.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, queueId }) {
  await dixa.transferConversation(conversationId, { queueId });
  const conversation = await dixa.getConversation(conversationId);
  if (conversation._type === 'EmailConversation') console.log(conversation.queue);
}
