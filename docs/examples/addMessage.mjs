// @ts-check
// Example: a reply, with an `externalId` of one's own.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, conversationId, agentId }) {
  const message = await dixa.addMessage(conversationId, {
    _type: 'Outbound',
    agentId,
    content: { _type: 'Text', value: 'A new shade is on its way.' },
    externalId: 'order-20418-reply-1',
  });
  console.log(message);
}
