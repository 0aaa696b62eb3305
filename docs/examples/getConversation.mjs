// @ts-check
// Example: what all kinds have, and what one has alone.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  const conversation = await dixa.getConversation(conversationId);
  if (conversation._type === 'EmailConversation') console.log(conversation.fromEmail, conversation.subject);
  console.log(conversation.state, conversation.createdAt);
}
