// @ts-check
// What bots and inboxes write around the client: an entry of its own, so that the client stays small.

export { waitForAnonymization } from './helpers/anonymization.mjs';
export { messageContent } from './helpers/content.mjs';
export { splitOutcomes } from './helpers/outcomes.mjs';
export { watchMessages } from './helpers/watch.mjs';
