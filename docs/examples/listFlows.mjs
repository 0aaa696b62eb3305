// @ts-check
// Example: the flows of one channel.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console }) {
  for (const flow of await dixa.listFlows({ channel: 'Email' })) console.log(flow);
}
