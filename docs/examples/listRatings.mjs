// @ts-check
// Example: a rating that is offered and not given yet.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, agentId, customerId }) {
  await dixa.offerRating(conversationId, { userId: customerId, agentId, ratingType: 'Nps' });
  for (const rating of await dixa.listRatings(conversationId))
    console.log(rating.ratingType, rating.ratingStatus);
}
