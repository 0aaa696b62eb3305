// @ts-check
// Example: what was said, and how its kind is told.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  for (const message of await dixa.listMessages(conversationId)) {
    const { attributes } = message;
    if (attributes._type === 'EmailAttributes') console.log(attributes.direction, attributes.emailContent);
  }
}
