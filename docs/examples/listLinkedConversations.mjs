// @ts-check
// Example: the side conversations of one.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, otherConversationId }) {
  await dixa.linkConversation(otherConversationId, {
    parentId: conversationId,
    linkType: 'SideConversation',
  });
  for (const child of await dixa.listLinkedConversations(conversationId)) console.log(child.id, child.link);
}
