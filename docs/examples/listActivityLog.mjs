// @ts-check
// Example: what happened to a conversation.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId }) {
  for (const entry of await dixa.listActivityLog(conversationId))
    console.log(entry.activityTimestamp, entry._type);
}
