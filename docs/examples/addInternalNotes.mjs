// @ts-check
// Example: two notes, of which one is refused: each has an outcome of its own.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, agentId, customerId }) {
  const outcomes = await dixa.addInternalNotes(conversationId, {
    data: [
      { message: 'Called back', agentId },
      { message: 'Written by nobody on the team', agentId: customerId },
    ],
  });
  for (const outcome of outcomes) console.log(outcome);
}
