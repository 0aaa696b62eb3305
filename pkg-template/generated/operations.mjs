// Generated from src/operations. `cargo run --bin print` writes it anew.

/** Name, number of ids in the path, whether there is a body, a query, pages. Their places are what wasm knows them by. */
export const OPERATIONS = /** @type {const} */ ([
  { name: 'addInternalNote', ids: 1, body: true, query: false, paged: false },
  { name: 'addInternalNotes', ids: 1, body: true, query: false, paged: false },
  { name: 'addMessage', ids: 1, body: true, query: false, paged: false },
  { name: 'anonymizeConversation', ids: 1, body: false, query: true, paged: false },
  { name: 'anonymizeMessage', ids: 2, body: false, query: false, paged: false },
  { name: 'claimConversation', ids: 1, body: true, query: false, paged: false },
  { name: 'closeConversation', ids: 1, body: true, query: false, paged: false },
  { name: 'createConversation', ids: 0, body: true, query: false, paged: false },
  { name: 'getConversation', ids: 1, body: false, query: false, paged: false },
  { name: 'listActivityLog', ids: 1, body: false, query: false, paged: false },
  { name: 'listFlows', ids: 0, body: false, query: true, paged: false },
  { name: 'listInternalNotes', ids: 1, body: false, query: false, paged: false },
  { name: 'listLinkedConversations', ids: 1, body: false, query: false, paged: false },
  { name: 'listMessages', ids: 1, body: false, query: false, paged: false },
  { name: 'listOrganizationActivityLog', ids: 0, body: false, query: true, paged: true },
  { name: 'listRating', ids: 1, body: false, query: false, paged: false },
  { name: 'listTags', ids: 1, body: false, query: false, paged: false },
  { name: 'patchCustomAttributes', ids: 1, body: true, query: false, paged: false },
  { name: 'reopenConversation', ids: 1, body: true, query: false, paged: false },
  { name: 'searchConversations', ids: 0, body: false, query: true, paged: true },
  { name: 'tagConversation', ids: 2, body: false, query: false, paged: false },
  { name: 'transferConversation', ids: 1, body: true, query: false, paged: false },
  { name: 'untagConversation', ids: 2, body: false, query: false, paged: false },
  { name: 'followupConversation', ids: 1, body: true, query: false, paged: false },
  { name: 'linkConversation', ids: 1, body: true, query: false, paged: false },
  { name: 'importConversation', ids: 0, body: true, query: false, paged: false },
  { name: 'bulkTagConversation', ids: 1, body: true, query: false, paged: false },
  { name: 'listRatings', ids: 1, body: false, query: false, paged: false },
  { name: 'offerRating', ids: 1, body: true, query: false, paged: false },
  { name: 'submitRating', ids: 2, body: true, query: false, paged: false },
  { name: 'searchConversationsWithFilters', ids: 0, body: true, query: true, paged: true },
  { name: 'getAnonymizationRequest', ids: 1, body: false, query: false, paged: false },
  { name: 'listEndUserConversations', ids: 1, body: false, query: true, paged: true },
]);

/** The methods of `request`. Wasm knows them by their places behind those of the operations. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
