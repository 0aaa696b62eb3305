// @ts-check
// Example: whether what was asked for is done.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  const { id } = await dixa.anonymizeConversation(conversationId, { force: true });
  const request = await dixa.getAnonymizationRequest(id);
  console.log(request.processedAt ?? 'not done yet');
}
