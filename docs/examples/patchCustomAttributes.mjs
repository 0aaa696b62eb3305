// @ts-check
// Example: an attribute is set, then cleared.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, attributeId }) {
  const set = await dixa.patchCustomAttributes(conversationId, { [attributeId]: 'LU-20419' });
  for (const attribute of set) console.log(attribute.identifier, attribute.value);
  const cleared = await dixa.patchCustomAttributes(conversationId, { [attributeId]: null });
  for (const attribute of cleared) console.log(attribute.identifier, attribute.value);
}
