// @ts-check
// How each operation is called, what arrives then, what an honest server answers, and whether it may be
// sent twice (the design's words, not the code's).

import { readFileSync, readdirSync } from 'node:fs';
import { operations } from '../contract/validator.mjs';

/** Stands in the token, in what is sent and in what is answered: it must turn up in no error and no log. */
export const CANARY = 'CANARY-d41d8cd9';
export const TOKEN = `${CANARY}-token`;
/** Ids that cannot be mistaken for anything else. */
export const ID = 7_700_770_077;
export const UUID = 'ca9a27ca-0000-4000-8000-ca9a27ca9a27';

/**
 * @typedef {import('../../pkg/dist/index.mjs').ConversationsClient} Client
 * @typedef {import('../../pkg/dist/index.mjs').RequestOptions} Options
 * @typedef {'read' | 'state' | 'message' | 'create' | 'never'} Replay
 * `read` reads; `state` sets a state, twice is once; `message` has a key that is refused the second time;
 * `create` makes something new each time; `never` takes something from somebody.
 * @typedef {{ name: string, operation: string, replay: Replay, wire: string, paged: boolean, isKeyMadeUp: boolean,
 *   good: { status: number, body: string }, options?: Options,
 *   call: (dixa: Client, options?: Options) => import('../../pkg/dist/index.mjs').ApiPromise<any> }} Case
 */

const examples = new URL('../contract/examples/responses/', import.meta.url);

/** The answers that the contract has no example of. @type {Record<string, string>} */
const WITHOUT_EXAMPLE = {
  searchConversationsWithFilters: '{"data":[{"id":1,"highlights":{}}]}',
};

/** What an honest server answers: the contract's status, and its example where there is a body. @param {string} name */
function goodOf(name) {
  if (name === 'request') return { status: 204, body: '' };
  const responses = operations.find((one) => one.name === name)?.operation.responses ?? {};
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  if (status === undefined) throw new Error(`tests/contract/openapi.yaml has no success of ${name}`);
  if (!response.content) return { status: Number(status), body: '' };
  const made = WITHOUT_EXAMPLE[name];
  if (made) return { status: Number(status), body: made };
  const file = readdirSync(examples).find((one) => one.startsWith(`${name}.`));
  if (!file) throw new Error(`tests/contract/examples/responses lacks ${name}.${status}.json`);
  const text = JSON.stringify(JSON.parse(readFileSync(new URL(file, examples), 'utf8')));
  return { status: Number(status), body: text };
}

/**
 * @param {Replay} replay
 * @param {string} wire
 * @param {string} operation
 * @param {Case['call']} call
 * @param {{ as?: string, options?: Options, paged?: boolean, isKeyMadeUp?: boolean }} [more]
 * @returns {Case}
 */
function one(replay, wire, operation, call, { as, options, paged = false, isKeyMadeUp = false } = {}) {
  const name = as ? `${operation} (${as})` : operation;
  const good = goodOf(operation);
  return { name, operation, replay, wire, paged, isKeyMadeUp, good, call, ...(options && { options }) };
}

const at = `/v1/conversations/${ID}`;
const inbound = /** @type {const} */ ({ _type: 'Inbound', content: { _type: 'Text', value: CANARY } });
const queue = { queueId: UUID };

/** @type {readonly Case[]} */
export const CASES = [
  one('create', `POST ${at}/notes`, 'addInternalNote', (dixa, options) =>
    dixa.addInternalNote(ID, { message: CANARY }, options),
  ),
  one('create', `POST ${at}/notes/bulk`, 'addInternalNotes', (dixa, options) =>
    dixa.addInternalNotes(ID, { data: [{ message: CANARY }, { message: 'b' }] }, options),
  ),
  one(
    'message',
    `POST ${at}/messages`,
    'addMessage',
    (dixa, options) => dixa.addMessage(ID, inbound, options),
    { as: 'a key made up', isKeyMadeUp: true },
  ),
  one(
    'message',
    `POST ${at}/messages`,
    'addMessage',
    (dixa, options) => dixa.addMessage(ID, { ...inbound, externalId: `${CANARY}-key` }, options),
    { as: "the caller's key" },
  ),
  one(
    'create',
    `POST ${at}/messages`,
    'addMessage',
    (dixa, options) => dixa.addMessage(ID, inbound, options),
    { as: 'no key', options: { autoExternalId: false } },
  ),
  one('state', `PATCH ${at}/anonymize`, 'anonymizeConversation', (dixa, options) =>
    dixa.anonymizeConversation(ID, { force: true }, options),
  ),
  one('state', `PATCH ${at}/messages/${UUID}/anonymize`, 'anonymizeMessage', (dixa, options) =>
    dixa.anonymizeMessage(ID, UUID, options),
  ),
  one(
    'state',
    `PUT ${at}/claim`,
    'claimConversation',
    (dixa, options) => dixa.claimConversation(ID, { agentId: UUID, force: false }, options),
    { as: 'without force' },
  ),
  one(
    'never',
    `PUT ${at}/claim`,
    'claimConversation',
    (dixa, options) => dixa.claimConversation(ID, { agentId: UUID, force: true }, options),
    { as: 'forced' },
  ),
  one('state', `PUT ${at}/close`, 'closeConversation', (dixa, options) =>
    dixa.closeConversation(ID, { userId: UUID }, options),
  ),
  one('create', 'POST /v1/conversations', 'createConversation', (dixa, options) =>
    dixa.createConversation(
      {
        _type: 'Email',
        requesterId: UUID,
        emailIntegrationId: `${CANARY}@email.dixa.io`,
        subject: CANARY,
        message: inbound,
      },
      options,
    ),
  ),
  one('read', `GET ${at}`, 'getConversation', (dixa, options) => dixa.getConversation(ID, options)),
  one('read', `GET ${at}/activitylog`, 'listActivityLog', (dixa, options) =>
    dixa.listActivityLog(ID, options),
  ),
  one('read', 'GET /v1/conversations/flows', 'listFlows', (dixa, options) =>
    dixa.listFlows({ channel: 'Email' }, options),
  ),
  one('read', `GET ${at}/notes`, 'listInternalNotes', (dixa, options) => dixa.listInternalNotes(ID, options)),
  one('read', `GET ${at}/linked`, 'listLinkedConversations', (dixa, options) =>
    dixa.listLinkedConversations(ID, options),
  ),
  one('read', `GET ${at}/messages`, 'listMessages', (dixa, options) => dixa.listMessages(ID, options)),
  one(
    'read',
    'GET /v1/conversations/activitylog',
    'listOrganizationActivityLog',
    (dixa, options) => dixa.listOrganizationActivityLog({ pageLimit: 2 }, options),
    { paged: true },
  ),
  one('read', `GET ${at}/rating`, 'listRating', (dixa, options) => dixa.listRating(ID, options)),
  one('read', `GET ${at}/tags`, 'listTags', (dixa, options) => dixa.listTags(ID, options)),
  one('state', `PATCH ${at}/custom-attributes`, 'patchCustomAttributes', (dixa, options) =>
    dixa.patchCustomAttributes(ID, { [UUID]: CANARY }, options),
  ),
  one('state', `PUT ${at}/reopen`, 'reopenConversation', (dixa, options) =>
    dixa.reopenConversation(ID, undefined, options),
  ),
  one(
    'read',
    'GET /v1/search/conversations',
    'searchConversations',
    (dixa, options) => dixa.searchConversations({ query: CANARY }, options),
    { paged: true },
  ),
  one('state', `PUT ${at}/tags/${UUID}`, 'tagConversation', (dixa, options) =>
    dixa.tagConversation(ID, UUID, options),
  ),
  one('never', `PUT ${at}/transfer/queue`, 'transferConversation', (dixa, options) =>
    dixa.transferConversation(ID, queue, options),
  ),
  one('state', `DELETE ${at}/tags/${UUID}`, 'untagConversation', (dixa, options) =>
    dixa.untagConversation(ID, UUID, options),
  ),
  one('state', `PUT ${at}/followup`, 'followupConversation', (dixa, options) =>
    dixa.followupConversation(ID, { timestamp: new Date(), userId: UUID }, options),
  ),
  one('state', `PUT ${at}/link`, 'linkConversation', (dixa, options) =>
    dixa.linkConversation(ID, { parentId: 7, linkType: 'Related' }, options),
  ),
  one('create', 'POST /v1/conversations/import', 'importConversation', (dixa, options) =>
    dixa.importConversation(
      {
        _type: 'GenericConversationImport',
        genericChannelName: CANARY,
        requesterId: UUID,
        direction: 'Inbound',
        createdAt: new Date(),
        attributes: { subject: CANARY },
      },
      options,
    ),
  ),
  one('state', `POST ${at}/tags/bulk`, 'bulkTagConversation', (dixa, options) =>
    dixa.bulkTagConversation(ID, { data: [{ name: CANARY }] }, options),
  ),
  one('read', `GET ${at}/ratings`, 'listRatings', (dixa, options) => dixa.listRatings(ID, options)),
  one('create', `POST ${at}/ratings/offer`, 'offerRating', (dixa, options) =>
    dixa.offerRating(ID, { userId: CANARY, agentId: CANARY, ratingType: 'Csat' }, options),
  ),
  one('create', `POST ${at}/ratings/${UUID}/submit`, 'submitRating', (dixa, options) =>
    dixa.submitRating(ID, UUID, { ratingResult: { _type: 'Csat', value: 5 }, comment: CANARY }, options),
  ),
  one(
    'read',
    'POST /v1/search/conversations',
    'searchConversationsWithFilters',
    (dixa, options) =>
      dixa.searchConversationsWithFilters({ query: { value: CANARY } }, { pageLimit: 2 }, options),
    { paged: true },
  ),
  one('read', `GET /v1/anonymization/request/${UUID}`, 'getAnonymizationRequest', (dixa, options) =>
    dixa.getAnonymizationRequest(UUID, options),
  ),
  one(
    'read',
    `GET /v1/endusers/${UUID}/conversations`,
    'listEndUserConversations',
    (dixa, options) => dixa.listEndUserConversations(UUID, { pageLimit: 2 }, options),
    { paged: true },
  ),
  one(
    'read',
    `GET /v1/agents/${UUID}`,
    'request',
    (dixa, options) =>
      dixa.request({ method: 'GET', path: `/v1/agents/${UUID}`, query: { q: CANARY } }, options),
    { as: 'GET' },
  ),
  one(
    'create',
    'POST /v1/agents',
    'request',
    (dixa, options) => dixa.request({ method: 'POST', path: '/v1/agents', body: { name: CANARY } }, options),
    { as: 'POST' },
  ),
  one(
    'state',
    `DELETE /v1/agents/${CANARY}`,
    'request',
    (dixa, options) => dixa.request({ method: 'DELETE', path: `/v1/agents/${CANARY}` }, options),
    { as: 'DELETE, idempotent', options: { idempotent: true } },
  ),
];
