// @ts-check

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  const conversation = await dixa.getConversation(conversationId);
  if (conversation._type === 'EmailConversation') console.log(conversation.fromEmail, conversation.subject);
  console.log(conversation.state, conversation.createdAt);
}
