// @ts-check
// Example: tags by their names.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  await dixa.bulkTagConversation(conversationId, { data: [{ name: 'vip' }, { name: 'lamp' }] });
  for (const tag of await dixa.listTags(conversationId)) console.log(tag.name);
}
