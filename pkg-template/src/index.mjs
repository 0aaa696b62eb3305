// @ts-check
// What the package exports.

export { ConversationsClient } from './client.mjs';
export { preload } from './engine.mjs';
export * from './errors.mjs';
