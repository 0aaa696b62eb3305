// @ts-check
// Every request of the client and every answer of the sandbox, held against the contract's OpenAPI
// document by Ajv.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ConversationsClient, isDixaError } from '../../pkg/dist/index.mjs';
import { createSandbox } from '../../pkg/dist/testing.mjs';
import { OPERATIONS } from '../../pkg-template/generated/operations.mjs';
import { CASES } from '../hostile/cases.mjs';
import { differing } from '../lists.mjs';
import { judgeAnswer, judgeRequest, operations } from './validator.mjs';

/** A client of a sandbox, with the judge between them. */
function judged() {
  const sandbox = createSandbox();
  /** @type {Map<string, Set<number>>} */
  const seen = new Map();
  const fetch = async (/** @type {string} */ input, /** @type {RequestInit | undefined} */ init) => {
    const url = new URL(input);
    const body = /** @type {string | undefined} */ (init?.body ?? undefined);
    const found = judgeRequest({ method: init?.method ?? 'GET', url, body });
    const answer = await sandbox.fetch(input, init);
    judgeAnswer(found, answer.status, await answer.clone().text());
    seen.set(found.name, (seen.get(found.name) ?? new Set()).add(answer.status));
    return answer;
  };
  /** @type {import('../../pkg/dist/index.mjs').Issue[]} */
  const issues = [];
  const dixa = new ConversationsClient({ token: sandbox.token, fetch, rateLimit: false, onIssue: (issue) => issues.push(issue) });
  return { dixa, sandbox, seen, issues };
}

const AGENT = 'a53b25da-f676-4c52-acac-58c9280aa23d';
const OTHER = '67ff39b6-b1ee-4d5f-91ee-168d4668c4ba';
const USER = 'd58c8b1c-85ad-4678-a6c8-7442945f3836';
const QUEUE = 'cd87b232-64c8-4ad5-b81a-6f9233352d97';
const TAG = 'f0a1b2c3-1111-4aaa-8bbb-000000000004';
const ORDER = 'e14708a6-eed9-495c-9d88-c72331e9e247';

/** @param {Promise<unknown>} call */
const code = (call) => call.then(() => 'ok', (error) => (isDixaError(error) ? error.code : String(error)));

test('the package has the operations of the reference and what v1 has got since, and no others', () => {
  const names = OPERATIONS.map((one) => one.name);
  const contract = readFileSync(new URL('CONTRACT.md', import.meta.url), 'utf8');
  const rows = [...contract.matchAll(/^\| \d+ \| (\w+) \| `[A-Z]+ \//gm)].map(([, name = '']) => name);
  assert.deepEqual(
    [
      ...differing('tests/contract/openapi.yaml (x-sdk-name)', operations.map((one) => one.name), names),
      ...differing('tests/contract/CONTRACT.md (sections 3 and 4)', rows, names),
    ],
    [],
  );
});

test('every operation, its request and its answers are as the contract says', async () => {
  const { dixa, seen, issues } = judged();
  const id = 10_002;
  await dixa.getConversation(id);
  await dixa.getConversation(BigInt(id));
  await dixa.getConversation(String(id));
  assert.equal(await dixa.claimConversation(id, { agentId: AGENT, force: false }), undefined);
  assert.equal(await code(dixa.claimConversation(id, { agentId: OTHER, force: false })), 'conflict');
  const said = await dixa.addMessage(id, {
    _type: 'Outbound', agentId: AGENT, content: { _type: 'Html', value: '<p>On its way!</p>' },
    attachments: [{ url: 'https://example.com/a.pdf', prettyName: 'a.pdf' }], cc: [USER],
  });
  assert.equal(said.content?._type, 'Html');
  await dixa.addMessage(id, { _type: 'Inbound', content: { _type: 'Markdown', value: '*Thanks*' }, externalId: 'mine' });
  assert.equal(await code(dixa.addMessage(id, { _type: 'Inbound', content: { _type: 'Text', value: 'x' }, externalId: 'mine' })), 'duplicate_external_id');
  const messages = await dixa.listMessages(id);
  await dixa.anonymizeMessage(id, String(messages.at(-1)?.id));
  await dixa.addInternalNote(id, { message: 'Called back', agentId: AGENT, createdAt: new Date('2026-01-02T03:04:05Z') });
  const outcomes = await dixa.addInternalNotes(id, { data: [{ message: 'One' }, { message: 'Two', agentId: USER }] });
  assert.deepEqual(outcomes.map((outcome) => outcome._type), ['BulkActionSuccess', 'BulkActionFailure']);
  assert.equal((await dixa.listInternalNotes(id)).length, 2);
  await dixa.tagConversation(id, TAG);
  assert.ok((await dixa.listTags(id)).some((tag) => tag.id === TAG));
  await dixa.untagConversation(id, TAG);
  assert.equal((await dixa.patchCustomAttributes(id, { [ORDER]: 'LU-1' })).length, 2);
  assert.equal((await dixa.patchCustomAttributes(id, { [ORDER]: null })).length, 1);
  await dixa.transferConversation(id, { queueId: QUEUE });
  await dixa.closeConversation(id);
  assert.equal(await code(dixa.claimConversation(id, { agentId: AGENT, force: true })), 'bad_request');
  await dixa.reopenConversation(id, { userId: AGENT });
  assert.equal(await code(dixa.anonymizeConversation(id)), 'conflict');
  await dixa.anonymizeConversation(id, { force: true });
  const message = /** @type {const} */ ({ _type: 'Inbound', content: { _type: 'Text', value: 'Hello' } });
  const created = await Promise.all([
    dixa.createConversation({ _type: 'Callback', requesterId: USER, direction: 'Inbound', contactEndpointId: '+4512345678', queueId: QUEUE }),
    dixa.createConversation({ _type: 'Chat', requesterId: USER, widgetId: TAG, message, browserInfo: { name: 'Firefox' }, language: 'en' }),
    dixa.createConversation({ _type: 'ContactForm', requesterId: USER, emailIntegrationId: 'help@email.dixa.io', subject: 'Hi', message }),
    dixa.createConversation({ _type: 'Email', requesterId: USER, emailIntegrationId: 'help@email.dixa.io', subject: 'Hi', message }),
    dixa.createConversation({ _type: 'Sms', requesterId: USER, contactEndpointId: '+4512345678', message }),
  ]);
  assert.equal(new Set(created.map((one) => one.id)).size, 5);
  await dixa.listFlows();
  assert.equal((await dixa.listFlows({ channel: 'Email' }))[0]?.channel, 'Email');
  for (let one = 10_001; one <= 10_024; one++) {
    await Promise.all([dixa.getConversation(one), dixa.listMessages(one), dixa.listActivityLog(one), dixa.listRating(one), dixa.listLinkedConversations(one)]);
  }
  const hits = await dixa.searchConversations({ query: 'order', pageLimit: 2, exactMatch: false }).toArray({ limit: 100 });
  assert.equal(new Set(hits.map((hit) => hit.id)).size, hits.length);
  const log = await dixa.listOrganizationActivityLog({ pageLimit: 50, fromDatetime: '2020-01-01T00:00:00Z', toDatetime: new Date() }).toArray({ limit: 1000 });
  assert.ok(log.length > 100);
  assert.equal(await code(dixa.getConversation(1)), 'not_found');
  await additions(dixa, created[0].id);
  const called = differing('what tests/contract/contract.test.mjs calls', [...seen.keys()], OPERATIONS.map((one) => one.name));
  assert.deepEqual(called, []);
  assert.deepEqual(issues, []);
});

/**
 * What v1 has got since the reference.
 * @param {ConversationsClient} dixa
 * @param {number | string} created a conversation
 */
async function additions(dixa, created) {
  const id = 10_001;
  await dixa.followupConversation(id, { timestamp: new Date(Date.now() + 60_000), userId: AGENT });
  assert.equal((await dixa.getConversation(id)).state, 'Pending');
  await dixa.linkConversation(created, { parentId: BigInt(id), linkType: 'SideConversation' });
  assert.equal((await dixa.getConversation(created)).link?.parentId, id);
  assert.equal(await code(dixa.linkConversation(id, { parentId: created, linkType: 'Related' })), 'bad_request');
  const imported = await dixa.importConversation({
    _type: 'GenericConversationImport', genericChannelName: 'email', requesterId: USER, requesterConnectionStatus: 'Disconnected',
    direction: 'Inbound', createdAt: new Date('2021-12-01T11:00:00Z'), externalId: 'old',
    messages: [
      { _type: 'InboundImport', content: { _type: 'Text', value: 'Where is it?' }, createdAt: '2021-12-01T13:00:00Z', attributes: { requesterId: USER } },
      { _type: 'OutboundImport', content: { _type: 'Html', value: 'There' }, agentId: AGENT, createdAt: '2021-12-01T14:00:00Z', attributes: { cc: ['a@b.com'] } },
    ],
    assignment: { agentId: AGENT, assignedAt: '2021-12-01T12:00:00Z' }, closing: { closedAt: '2021-12-01T15:00:00Z', closedBy: AGENT },
  });
  assert.deepEqual(imported.partialErrors, []);
  await Promise.all([dixa.getConversation(imported.id), dixa.listMessages(imported.id), dixa.listActivityLog(imported.id)]);
  assert.equal(await dixa.bulkTagConversation(id, { data: [{ name: 'vip' }, { name: 'new' }] }), undefined);
  assert.ok((await dixa.listTags(id)).some((tag) => tag.name === 'new'));
  const offer = await dixa.offerRating(id, { userId: USER, agentId: AGENT, ratingType: 'Nps' });
  const rated = await dixa.submitRating(id, offer.id, { ratingResult: { _type: 'Nps', value: 9 }, comment: 'Good', submittedAt: new Date() });
  assert.equal(rated.ratingId, offer.id);
  assert.equal((await dixa.listRatings(id))[0]?.ratingStatus, 'Rated');
  /** @type {import('../../pkg/dist/index.mjs').SearchField[]} */
  const fields = [
    { _type: 'Channel', operator: { _type: 'IsOneOf', values: ['email', 'chat'] } },
    { _type: 'Status', operator: { _type: 'IsNotOneOf', values: ['closed'] } },
    { _type: 'Direction', operator: { _type: 'IsOneOf', values: ['inbound'] } },
    { _type: 'AgentId', operator: { _type: 'IsNotEmpty' } },
    { _type: 'QueueId', operator: { _type: 'IsEmpty' } },
    { _type: 'TagId', operator: { _type: 'IncludesAll', values: [TAG] } },
    { _type: 'TagId', operator: { _type: 'ExcludesOne' } },
    { _type: 'ContactId', operator: { _type: 'IsOneOf', values: [USER] } },
    { _type: 'ConversationId', operator: { _type: 'IsNotOneOf', values: ['7'] } },
    { _type: 'CustomAttribute', attributeId: ORDER, operator: { _type: 'IsOneOf', values: [['LU-1']] } },
    { _type: 'CreationDate', operator: { _type: 'Since', timestamp: new Date(0) } },
    { _type: 'ClosedDate', operator: { _type: 'Until', timestamp: '2026-01-02T03:04:05+01:00' } },
    { _type: 'AssignedDate', operator: { _type: 'Between', timestampFrom: new Date(0), timestampTo: new Date() } },
    { _type: 'LastMessage', operator: { _type: 'Since', timestamp: new Date(0) } },
    { _type: 'LastActivity', operator: { _type: 'Since', timestamp: new Date(0) } },
    { _type: 'Duration', operator: { _type: 'Between', min: 0, max: 1000 } },
    { _type: 'Duration', operator: { _type: 'LongerThanOrEqualTo', duration: 5 } },
    { _type: 'Duration', operator: { _type: 'ShorterThanOrEqualTo', duration: 5 } },
  ];
  const filters = { strategy: 'Any', conditions: fields.map((field) => ({ field })) };
  const found = await dixa.searchConversationsWithFilters({ query: { value: 'order', exactMatch: true }, filters }, { pageLimit: 2 }).toArray({ limit: 50 });
  assert.ok(found.length > 2 && new Set(found.map((hit) => hit.id)).size === found.length);
  assert.equal((await dixa.searchConversationsWithFilters()).items.length, 20);
  const wrong = /** @type {any} */ ({ filters: { strategy: 'All', conditions: [{ field: { _type: 'QueueId', operator: { _type: 'Since', timestamp: new Date() } } }] } });
  const refused = await dixa.searchConversationsWithFilters(wrong).then(() => undefined, (error) => error);
  assert.match(refused.message, /^searchConversationsWithFilters: \$\.filters\.conditions\[0\]\.field\.operator\._type: /);
  const whole = /** @type {any} */ (await dixa.request({ method: 'GET', path: `/v1/endusers/${USER}/conversations`, query: { pageLimit: 1 } }));
  assert.deepEqual([whole.data.length, typeof whole.meta.next], [1, 'string']);
  assert.equal(await dixa.request({ method: 'PUT', path: `/v1/conversations/${id}/tags/${TAG}` }), undefined);
  assert.equal(await code(dixa.request({ method: 'GET', path: '/v1/conversations/1' })), 'not_found');
  const asked = await dixa.anonymizeConversation(imported.id);
  assert.equal((await dixa.getAnonymizationRequest(asked.id)).processedAt, undefined);
  const theirs = await dixa.listEndUserConversations(USER, { pageLimit: 3 }).toArray({ limit: 100 });
  assert.ok(theirs.length > 3 && theirs.every((one) => !('customAttributes' in one)));
}

test('every example of a request is sent as it stands but for the zone of a timestamp, and the contract takes it', async () => {
  const folder = new URL('examples/requests/', import.meta.url);
  let count = 0;
  for (const file of readdirSync(folder)) {
    const name = file.split('.')[0] ?? '';
    const operation = OPERATIONS.find((one) => one.name === name);
    assert.ok(operation, `tests/contract/examples/requests/${file} is of no operation`);
    const body = JSON.parse(readFileSync(new URL(file, folder), 'utf8').replaceAll('[GMT]', ''));
    const given = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    /** @type {string | undefined} */
    let sent;
    const dixa = new ConversationsClient({
      token: 't',
      maxRetries: 0,
      autoExternalId: false,
      fetch: async (url, init) => {
        judgeRequest({ method: String(init.method), url: new URL(url), body: /** @type {string} */ (init.body) });
        sent = String(init.body);
        return new Response('{"message":"no"}', { status: 400 });
      },
    });
    const methods = /** @type {Record<string, (...given: unknown[]) => Promise<unknown>>} */ (/** @type {unknown} */ (dixa));
    assert.equal(await code(methods[name]?.(...[7, 'id'].slice(0, operation.ids), given) ?? Promise.resolve()), 'bad_request', file);
    assert.deepEqual(JSON.parse(sent ?? 'null'), body, file);
    count++;
  }
  assert.ok(count >= 17);
});

test('every example of an answer is returned whole, and its timestamps can be read', async () => {
  const folder = new URL('examples/responses/', import.meta.url);
  let count = 0;
  for (const file of readdirSync(folder)) {
    const [name = '', status = '200'] = file.split('.');
    const operation = OPERATIONS.find((one) => one.name === name);
    assert.ok(operation, `tests/contract/examples/responses/${file} is of no operation`);
    const text = readFileSync(new URL(file, folder), 'utf8');
    const dixa = new ConversationsClient({ token: 't', validation: 'strict', fetch: async () => new Response(text, { status: Number(status) }) });
    const known = CASES.find((one) => one.operation === name);
    assert.ok(known, `tests/hostile/cases.mjs lacks ${name}`);
    const got = await known.call(dixa);
    const data = operation.paged ? got.items : got;
    const withoutZone = JSON.parse(text, (_, value) => (typeof value === 'string' ? value.replace('[GMT]', '') : value)).data;
    // What the models call an array is there even when it was not sent.
    assert.deepEqual({ data: pruned(data) }, { data: pruned(withoutZone) }, file);
    count++;
  }
  assert.ok(count >= 22);
});

/**
 * Without empty arrays.
 * @param {unknown} value
 * @returns {unknown}
 */
function pruned(value) {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => !(Array.isArray(member) && member.length === 0));
  return Object.fromEntries(members.map(([name, member]) => [name, pruned(member)]));
}
