// @ts-check
// Example: what is found, page after page.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console }) {
  for await (const hit of dixa.searchConversations({ query: 'refund', pageLimit: 10 })) console.log(hit.id);
}
