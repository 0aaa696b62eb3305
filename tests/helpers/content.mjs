// @ts-check
// messageContent: what every kind of message says, in one shape.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { messageContent } from '../../pkg/dist/helpers.mjs';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { createSandbox } from '../../pkg/dist/testing.mjs';
import { differing } from '../lists.mjs';
import { tagsOf } from './models.mjs';

const HERE = 'tests/helpers/content.mjs';

const file = { url: 'https://files.example/a', prettyName: 'a.pdf' };
const image = { url: 'https://files.example/b' };
const bare = { attachments: [], inlineImages: [] };
const from = { email: 'jonas@example.com' };

/** @param {any} attributes @returns {any} */
const said = (attributes) =>
  messageContent({
    id: '2f5515b6-7e98-4f4d-9010-bfd2a27d4f35',
    authorId: '2f5515b6-7e98-4f4d-9010-bfd2a27d4f35',
    createdAt: '2026-01-01T00:00:00Z',
    attributes,
  });

/**
 * What is said, of a kind that is declared.
 * @typedef {{ kind: import('../../pkg/dist/helpers.mjs').MessageContent['kind'], [more: string]: unknown }} Says
 */

const chat = { content: { _type: 'Text', value: 'Hi' }, direction: 'Inbound', attachments: [file] };
/** @type {Says} */
const chatSays = { kind: 'text', value: 'Hi', direction: 'Inbound', attachments: [file], inlineImages: [] };
const email = {
  emailContent: { _type: 'Regular', content: { _type: 'Html', value: '<p>Hi</p>' } },
  from,
  attachments: [file],
  inlineImages: [image],
  direction: 'Outbound',
};
/** @type {Says} */
const emailSays = {
  kind: 'html',
  value: '<p>Hi</p>',
  direction: 'Outbound',
  attachments: [file],
  inlineImages: [image],
};
const values = { Topic: 'Account', Where: ['a', 'b'] };

/** What each kind of message holds, and what it says. @type {Record<string, [any, Says | undefined]>} */
const KINDS = {
  CallRecordingAttributes: [
    { recording: 'https://files.example/call', duration: 65 },
    { kind: 'recording', url: 'https://files.example/call', durationSeconds: 65, ...bare },
  ],
  ChatAttributes: [{ ...chat, isAutomated: false }, chatSays],
  ContactFormAttributes: [email, emailSays],
  EmailAttributes: [email, emailSays],
  FacebookMessengerAttributes: [chat, chatSays],
  GenericAttributes: [chat, chatSays],
  MessengerFormAttributes: [
    { formSubmission: { values }, direction: 'Inbound', content: { _type: 'Html', value: '<form>' } },
    { kind: 'form', values, content: { _type: 'Html', value: '<form>' }, direction: 'Inbound', ...bare },
  ],
  PhoneAttributes: [
    { from: '+4512345678', to: 987654321, direction: 'Inbound', duration: 5 },
    { kind: 'call', from: '+4512345678', to: 987654321, durationSeconds: 5, direction: 'Inbound', ...bare },
  ],
  SmsAttributes: [chat, chatSays],
  TranscriptAttributes: [
    { content: { _type: 'Text', value: 'Hello?' }, utterance_start_ms: 5 },
    { kind: 'text', value: 'Hello?', ...bare },
  ],
  TwitterAttributes: [chat, chatSays],
  WhatsAppAttributes: [
    { ...chat, content: { _type: 'Markdown', value: '*Hi*' } },
    { ...chatSays, kind: 'markdown', value: '*Hi*' },
  ],
  Unknown: [{ rawType: 'TelegramAttributes', content: { _type: 'Text', value: 'Hi' } }, undefined],
};

test('every kind of message says what it says', () => {
  assert.deepEqual(differing(`KINDS of ${HERE}`, Object.keys(KINDS), tagsOf('Attributes')), []);
  for (const [_type, [attributes, expected]] of Object.entries(KINDS))
    assert.deepEqual(said({ _type, ...attributes }), expected, _type);
});

/** @type {Record<string, [any, Says]>} */
const CONTENTS = {
  Html: [{ value: '<p>' }, { kind: 'html', value: '<p>' }],
  Markdown: [{ value: '*' }, { kind: 'markdown', value: '*' }],
  Text: [{ value: '' }, { kind: 'text', value: '' }],
  Unknown: [
    { rawType: 'Emoji', value: '1' },
    { kind: 'unknown', content: { _type: 'Unknown', rawType: 'Emoji', value: '1' } },
  ],
};

test('every kind of content is told by its kind, on chats and in e-mails', () => {
  assert.deepEqual(differing(`CONTENTS of ${HERE}`, Object.keys(CONTENTS), tagsOf('Content')), []);
  for (const [_type, [rest, expected]] of Object.entries(CONTENTS)) {
    const content = { _type, ...rest };
    assert.deepEqual(said({ _type: 'ChatAttributes', ...bare, content }), { ...expected, ...bare });
    const emailContent = { _type: 'Regular', content };
    assert.deepEqual(said({ _type: 'EmailAttributes', from, emailContent, ...bare }), {
      ...expected,
      ...bare,
    });
  }
});

test('every kind of e-mail body is told, and its files with it', () => {
  /** @type {Record<string, [any, Says]>} */
  const bodies = {
    Regular: [{ content: { _type: 'Text', value: 'Hi' } }, { kind: 'text', value: 'Hi' }],
    TooLarge: [{ file }, { kind: 'stored', file }],
    Unknown: [{ rawType: 'Sealed' }, { kind: 'unknown', content: { _type: 'Unknown', rawType: 'Sealed' } }],
  };
  assert.deepEqual(differing(`bodies of ${HERE}`, Object.keys(bodies), tagsOf('EmailContent')), []);
  const files = { attachments: [file], inlineImages: [image] };
  for (const [_type, [rest, expected]] of Object.entries(bodies))
    assert.deepEqual(
      said({ _type: 'EmailAttributes', from, emailContent: { _type, ...rest }, ...files }),
      { ...expected, ...files },
      _type,
    );
});

test('a message that says nothing is told as such, with its files', () => {
  for (const _type of ['ChatAttributes', 'EmailAttributes', 'WhatsAppAttributes'])
    assert.deepEqual(said({ _type, from, attachments: [file], inlineImages: [] }), {
      kind: 'none',
      attachments: [file],
      inlineImages: [],
    });
});

test('an answer that was not checked is read as far as it goes', () => {
  assert.deepEqual(said({ _type: 'SmsAttributes', content: { _type: 'Text', value: 'Hi' } }), {
    kind: 'text',
    value: 'Hi',
    ...bare,
  });
  assert.equal(said({ _type: 'TelegramAttributes' }), undefined);
  assert.equal(said({}), undefined);
});

test("the reference's example and all messages of the sandbox say something", async () => {
  const url = new URL('../contract/examples/responses/listMessages.200.json', import.meta.url);
  const [example] = JSON.parse(readFileSync(url, 'utf8')).data;
  assert.equal(messageContent(example)?.kind, 'text');
  const sandbox = createSandbox();
  const dixa = new ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch, rateLimit: false });
  const kinds = new Set();
  const { conversations } = /** @type {any} */ (sandbox.snapshot());
  for (const { id } of conversations)
    for (const message of await dixa.listMessages(id)) kinds.add(messageContent(message)?.kind);
  assert.deepEqual([...kinds].sort(), ['call', 'form', 'html', 'recording', 'stored', 'text']);
});
