// @ts-check
// Example: a tag is taken off.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, damagedTagId }) {
  await dixa.untagConversation(conversationId, damagedTagId);
  for (const tag of await dixa.listTags(conversationId)) console.log(tag.name);
}
