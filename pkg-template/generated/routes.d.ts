// Generated from src/operations. `cargo run --bin print` writes it anew.

/** The name of an operation: of a method of the client. */
export type OperationName =
    | 'addInternalNote'
    | 'addInternalNotes'
    | 'addMessage'
    | 'anonymizeConversation'
    | 'anonymizeMessage'
    | 'claimConversation'
    | 'closeConversation'
    | 'createConversation'
    | 'getConversation'
    | 'listActivityLog'
    | 'listFlows'
    | 'listInternalNotes'
    | 'listLinkedConversations'
    | 'listMessages'
    | 'listOrganizationActivityLog'
    | 'listRating'
    | 'listTags'
    | 'patchCustomAttributes'
    | 'reopenConversation'
    | 'searchConversations'
    | 'tagConversation'
    | 'transferConversation'
    | 'untagConversation'
    | 'followupConversation'
    | 'linkConversation'
    | 'importConversation'
    | 'bulkTagConversation'
    | 'listRatings'
    | 'offerRating'
    | 'submitRating'
    | 'searchConversationsWithFilters'
    | 'getAnonymizationRequest'
    | 'listEndUserConversations';

/** The ids in the path of each operation. */
export interface OperationIds {
    /** `POST /v1/conversations/{conversationId}/notes` */
    addInternalNote: Record<'conversationId', string>;
    /** `POST /v1/conversations/{conversationId}/notes/bulk` */
    addInternalNotes: Record<'conversationId', string>;
    /** `POST /v1/conversations/{conversationId}/messages` */
    addMessage: Record<'conversationId', string>;
    /** `PATCH /v1/conversations/{conversationId}/anonymize` */
    anonymizeConversation: Record<'conversationId', string>;
    /** `PATCH /v1/conversations/{conversationId}/messages/{messageId}/anonymize` */
    anonymizeMessage: Record<'conversationId' | 'messageId', string>;
    /** `PUT /v1/conversations/{conversationId}/claim` */
    claimConversation: Record<'conversationId', string>;
    /** `PUT /v1/conversations/{conversationId}/close` */
    closeConversation: Record<'conversationId', string>;
    /** `POST /v1/conversations` */
    createConversation: Record<never, string>;
    /** `GET /v1/conversations/{conversationId}` */
    getConversation: Record<'conversationId', string>;
    /** `GET /v1/conversations/{conversationId}/activitylog` */
    listActivityLog: Record<'conversationId', string>;
    /** `GET /v1/conversations/flows` */
    listFlows: Record<never, string>;
    /** `GET /v1/conversations/{conversationId}/notes` */
    listInternalNotes: Record<'conversationId', string>;
    /** `GET /v1/conversations/{conversationId}/linked` */
    listLinkedConversations: Record<'conversationId', string>;
    /** `GET /v1/conversations/{conversationId}/messages` */
    listMessages: Record<'conversationId', string>;
    /** `GET /v1/conversations/activitylog` */
    listOrganizationActivityLog: Record<never, string>;
    /** `GET /v1/conversations/{conversationId}/rating` */
    listRating: Record<'conversationId', string>;
    /** `GET /v1/conversations/{conversationId}/tags` */
    listTags: Record<'conversationId', string>;
    /** `PATCH /v1/conversations/{conversationId}/custom-attributes` */
    patchCustomAttributes: Record<'conversationId', string>;
    /** `PUT /v1/conversations/{conversationId}/reopen` */
    reopenConversation: Record<'conversationId', string>;
    /** `GET /v1/search/conversations` */
    searchConversations: Record<never, string>;
    /** `PUT /v1/conversations/{conversationId}/tags/{tagId}` */
    tagConversation: Record<'conversationId' | 'tagId', string>;
    /** `PUT /v1/conversations/{conversationId}/transfer/queue` */
    transferConversation: Record<'conversationId', string>;
    /** `DELETE /v1/conversations/{conversationId}/tags/{tagId}` */
    untagConversation: Record<'conversationId' | 'tagId', string>;
    /** `PUT /v1/conversations/{conversationId}/followup` */
    followupConversation: Record<'conversationId', string>;
    /** `PUT /v1/conversations/{conversationId}/link` */
    linkConversation: Record<'conversationId', string>;
    /** `POST /v1/conversations/import` */
    importConversation: Record<never, string>;
    /** `POST /v1/conversations/{conversationId}/tags/bulk` */
    bulkTagConversation: Record<'conversationId', string>;
    /** `GET /v1/conversations/{conversationId}/ratings` */
    listRatings: Record<'conversationId', string>;
    /** `POST /v1/conversations/{conversationId}/ratings/offer` */
    offerRating: Record<'conversationId', string>;
    /** `POST /v1/conversations/{conversationId}/ratings/{ratingId}/submit` */
    submitRating: Record<'conversationId' | 'ratingId', string>;
    /** `POST /v1/search/conversations` */
    searchConversationsWithFilters: Record<never, string>;
    /** `GET /v1/anonymization/request/{requestId}` */
    getAnonymizationRequest: Record<'requestId', string>;
    /** `GET /v1/endusers/{userId}/conversations` */
    listEndUserConversations: Record<'userId', string>;
}
