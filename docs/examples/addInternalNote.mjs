// @ts-check
// Example: a note in an agent's name.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, agentId }) {
  const note = await dixa.addInternalNote(conversationId, { message: 'Called back', agentId });
  console.log(note);
}
