// @ts-check
// What the console may do, wherever the proxy stands: beside it (`server.mjs`) or in a Worker (`demo/edge`).

/**
 * What the page calls.
 * @type {import('dixa-conversations/proxy').OperationName[]}
 */
export const ALLOWED = [
  'addInternalNote',
  'addMessage',
  'anonymizeConversation',
  'claimConversation',
  'closeConversation',
  'getConversation',
  'listActivityLog',
  'listInternalNotes',
  'listLinkedConversations',
  'listMessages',
  'listRating',
  'listTags',
  'patchCustomAttributes',
  'reopenConversation',
  'searchConversations',
  'tagConversation',
  'transferConversation',
  'untagConversation',
];
