// @ts-check
// Example: what a customer said who was asked.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, agentId, customerId }) {
  const offer = await dixa.offerRating(conversationId, { userId: customerId, agentId, ratingType: 'Csat' });
  const result = await dixa.submitRating(conversationId, offer.id, {
    ratingResult: { _type: 'Csat', value: 5 },
    comment: 'Quick and kind',
  });
  console.log(result);
}
