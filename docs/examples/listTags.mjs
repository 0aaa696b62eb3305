// @ts-check
// Example: the tags of a conversation.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  for (const tag of await dixa.listTags(conversationId)) console.log(tag.name, tag.color);
}
