// @ts-check
// Example: a customer is asked.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, agentId, customerId }) {
  const offer = await dixa.offerRating(conversationId, { userId: customerId, agentId, ratingType: 'Csat' });
  console.log(offer);
}
