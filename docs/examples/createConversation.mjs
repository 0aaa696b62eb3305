// @ts-check
// Example: an e-mail of a customer.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, customerId }) {
  const { id } = await dixa.createConversation({
    _type: 'Email',
    requesterId: customerId,
    emailIntegrationId: 'help@email.dixa.io',
    subject: 'Where is my lamp?',
    message: { _type: 'Inbound', content: { _type: 'Text', value: 'It should be here by now.' } },
  });
  console.log(id);
}
