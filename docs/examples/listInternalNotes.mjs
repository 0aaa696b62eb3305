// @ts-check
// Example: what the team wrote.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  for (const note of await dixa.listInternalNotes(conversationId)) console.log(note.createdAt, note.message);
}
