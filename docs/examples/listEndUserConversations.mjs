// @ts-check
// Example: all of a customer's, page after page.

/** @param {import('../build/world.mjs').World} world */
export default async function example({ dixa, console, customerId }) {
  for await (const conversation of dixa.listEndUserConversations(customerId, { pageLimit: 20 }))
    console.log(conversation.id, conversation._type, conversation.state);
}
