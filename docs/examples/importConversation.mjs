// @ts-check
// Example: a conversation of another system, with what was said in it.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, customerId, agentId }) {
  const { id, partialErrors } = await dixa.importConversation({
    _type: 'GenericConversationImport',
    genericChannelName: 'email',
    requesterId: customerId,
    direction: 'Inbound',
    createdAt: '2021-12-01T11:00:00Z',
    externalId: 'old-system-4711',
    messages: [
      {
        _type: 'InboundImport',
        content: { _type: 'Text', value: 'Where is it?' },
        createdAt: '2021-12-01T11:00:00Z',
        attributes: { requesterId: customerId },
      },
      {
        _type: 'OutboundImport',
        content: { _type: 'Text', value: 'On its way.' },
        createdAt: '2021-12-01T12:00:00Z',
        agentId,
        attributes: {},
      },
    ],
  });
  console.log(id, partialErrors);
}
