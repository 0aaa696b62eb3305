// @ts-check
// Example: a side conversation is put under its parent.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, otherConversationId }) {
  await dixa.linkConversation(otherConversationId, {
    parentId: conversationId,
    linkType: 'SideConversation',
  });
  const { link } = await dixa.getConversation(otherConversationId);
  console.log(link);
}
