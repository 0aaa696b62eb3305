// @ts-check
// Example: what happened since a moment, the first five of it.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console }) {
  const entries = dixa.listOrganizationActivityLog({ fromDatetime: '2026-11-25T08:00:00Z', pageLimit: 100 });
  for (const entry of await entries.toArray({ limit: 5 }))
    console.log(entry.conversationId, entry.activityTimestamp, entry._type);
}
