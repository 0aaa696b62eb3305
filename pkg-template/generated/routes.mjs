// Generated from src/operations. `cargo run --bin print` writes it anew.

/**
 * Where an operation is: its method, its path with its ids in braces, what each id must be, the names its query may
 * have, and whether there is a body.
 * @typedef {{ name: string, method: string, path: string, ids: Record<string, 'number' | 'uuid' | 'text'>, query: readonly string[], body: boolean }} Route
 */

/** @type {readonly Route[]} */
export const ROUTES = [
  { name: 'addInternalNote', method: 'POST', path: '/v1/conversations/{conversationId}/notes', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'addInternalNotes', method: 'POST', path: '/v1/conversations/{conversationId}/notes/bulk', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'addMessage', method: 'POST', path: '/v1/conversations/{conversationId}/messages', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'anonymizeConversation', method: 'PATCH', path: '/v1/conversations/{conversationId}/anonymize', ids: { conversationId: 'number' }, query: ['force'], body: false },
  { name: 'anonymizeMessage', method: 'PATCH', path: '/v1/conversations/{conversationId}/messages/{messageId}/anonymize', ids: { conversationId: 'number', messageId: 'uuid' }, query: [], body: false },
  { name: 'claimConversation', method: 'PUT', path: '/v1/conversations/{conversationId}/claim', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'closeConversation', method: 'PUT', path: '/v1/conversations/{conversationId}/close', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'createConversation', method: 'POST', path: '/v1/conversations', ids: {}, query: [], body: true },
  { name: 'getConversation', method: 'GET', path: '/v1/conversations/{conversationId}', ids: { conversationId: 'number' }, query: [], body: false },
  { name: 'listActivityLog', method: 'GET', path: '/v1/conversations/{conversationId}/activitylog', ids: { conversationId: 'number' }, query: [], body: false },
  { name: 'listFlows', method: 'GET', path: '/v1/conversations/flows', ids: {}, query: ['channel'], body: false },
  { name: 'listInternalNotes', method: 'GET', path: '/v1/conversations/{conversationId}/notes', ids: { conversationId: 'number' }, query: [], body: false },
  { name: 'listLinkedConversations', method: 'GET', path: '/v1/conversations/{conversationId}/linked', ids: { conversationId: 'number' }, query: [], body: false },
  { name: 'listMessages', method: 'GET', path: '/v1/conversations/{conversationId}/messages', ids: { conversationId: 'number' }, query: [], body: false },
  { name: 'listOrganizationActivityLog', method: 'GET', path: '/v1/conversations/activitylog', ids: {}, query: ['pageLimit', 'pageKey', 'fromDatetime', 'toDatetime'], body: false },
  { name: 'listRating', method: 'GET', path: '/v1/conversations/{conversationId}/rating', ids: { conversationId: 'number' }, query: [], body: false },
  { name: 'listTags', method: 'GET', path: '/v1/conversations/{conversationId}/tags', ids: { conversationId: 'number' }, query: [], body: false },
  { name: 'patchCustomAttributes', method: 'PATCH', path: '/v1/conversations/{conversationId}/custom-attributes', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'reopenConversation', method: 'PUT', path: '/v1/conversations/{conversationId}/reopen', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'searchConversations', method: 'GET', path: '/v1/search/conversations', ids: {}, query: ['query', 'exactMatch', 'pageLimit', 'pageKey'], body: false },
  { name: 'tagConversation', method: 'PUT', path: '/v1/conversations/{conversationId}/tags/{tagId}', ids: { conversationId: 'number', tagId: 'uuid' }, query: [], body: false },
  { name: 'transferConversation', method: 'PUT', path: '/v1/conversations/{conversationId}/transfer/queue', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'untagConversation', method: 'DELETE', path: '/v1/conversations/{conversationId}/tags/{tagId}', ids: { conversationId: 'number', tagId: 'uuid' }, query: [], body: false },
  { name: 'followupConversation', method: 'PUT', path: '/v1/conversations/{conversationId}/followup', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'linkConversation', method: 'PUT', path: '/v1/conversations/{conversationId}/link', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'importConversation', method: 'POST', path: '/v1/conversations/import', ids: {}, query: [], body: true },
  { name: 'bulkTagConversation', method: 'POST', path: '/v1/conversations/{conversationId}/tags/bulk', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'listRatings', method: 'GET', path: '/v1/conversations/{conversationId}/ratings', ids: { conversationId: 'number' }, query: [], body: false },
  { name: 'offerRating', method: 'POST', path: '/v1/conversations/{conversationId}/ratings/offer', ids: { conversationId: 'number' }, query: [], body: true },
  { name: 'submitRating', method: 'POST', path: '/v1/conversations/{conversationId}/ratings/{ratingId}/submit', ids: { conversationId: 'number', ratingId: 'text' }, query: [], body: true },
  { name: 'searchConversationsWithFilters', method: 'POST', path: '/v1/search/conversations', ids: {}, query: ['pageLimit', 'pageKey'], body: true },
  { name: 'getAnonymizationRequest', method: 'GET', path: '/v1/anonymization/request/{requestId}', ids: { requestId: 'uuid' }, query: [], body: false },
  { name: 'listEndUserConversations', method: 'GET', path: '/v1/endusers/{userId}/conversations', ids: { userId: 'uuid' }, query: ['pageLimit', 'pageKey'], body: false },
];
