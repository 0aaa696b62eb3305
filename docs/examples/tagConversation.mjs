// @ts-check
// Example: a tag is put on.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, vipTagId }) {
  await dixa.tagConversation(conversationId, vipTagId);
  for (const tag of await dixa.listTags(conversationId)) console.log(tag.name);
}
