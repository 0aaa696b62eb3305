// @ts-check
// Example: the open ones of one agent, in which a word stands.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, agentId }) {
  const hits = dixa.searchConversationsWithFilters({
    query: { value: 'refund' },
    filters: {
      strategy: 'All',
      conditions: [
        { field: { _type: 'Status', operator: { _type: 'IsOneOf', values: ['open'] } } },
        { field: { _type: 'AgentId', operator: { _type: 'IsOneOf', values: [agentId] } } },
      ],
    },
  });
  for await (const hit of hits) console.log(hit.id);
}
