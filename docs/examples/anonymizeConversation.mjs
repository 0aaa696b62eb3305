// @ts-check
// Example: one that is still open, hence `force`.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  const request = await dixa.anonymizeConversation(conversationId, { force: true });
  console.log(request);
}
