// @ts-check
// What the console may do, wherever the proxy stands: beside it (`server.mjs`) or in a Worker (`demo/edge`).

/** What the page calls. */
export const ALLOWED = /** @type {const} */ ([
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
  'listRatings',
  'listTags',
  'patchCustomAttributes',
  'reopenConversation',
  'searchConversationsWithFilters',
  'tagConversation',
  'transferConversation',
  'untagConversation',
]);
