// @ts-check
// That a changed document of the API is told from the one the models were made after: each change alone, and
// the command with a file.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { root } from '../../pkg-template/build/setup.mjs';
import { compare } from './compare.mjs';
import { Document } from './document.mjs';
import { KNOWN, without } from './known.mjs';

const text = readFileSync(path.join(root, 'tests/contract/openapi.yaml'), 'utf8');
const crate = JSON.parse(
  execFileSync('cargo', ['run', '--quiet', '--bin', 'print', 'models'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  }),
);

/** What is told of a document. @param {string} document */
const told = (document) => {
  const { findings, stale } = without(compare(crate, new Document(document)));
  return [...findings, ...stale].map(({ at, what }) => `${at}: ${what}`);
};

/** What is told before anything is changed: nothing, or else one test says it. */
const before = told(text);

/** What is told besides when the document was changed. @param {(document: any) => void} change */
function changed(change) {
  const document = parse(text);
  change(document);
  return besides(told(JSON.stringify(document)));
}

/** @param {string[]} lines */
const besides = (lines) => lines.filter((line) => !before.includes(line));

test('the models and tests/contract/openapi.yaml are of one mind, but for tests/drift/known.mjs', () => {
  assert.deepEqual(before, []);
});

const CONVERSATION = '/v1/conversations/{conversationId}';

/** A change, in a sentence, with names that Dixa will not have; the change; what is told. @type {[string, (document: any) => void, string[]][]} */
const CHANGES = [
  [
    'a new operation',
    ({ paths }) => (paths[`${CONVERSATION}/nobodys`] = { get: paths[CONVERSATION].get }),
    [`GET ${CONVERSATION}/nobodys: + a new operation`],
  ],
  [
    'an operation that is gone',
    ({ paths }) => delete paths[`${CONVERSATION}/close`],
    [`closeConversation: - PUT ${CONVERSATION}/close is gone`],
  ],
  [
    'an operation that has become deprecated',
    ({ paths }) => (paths[`${CONVERSATION}/close`].put.deprecated = true),
    ['closeConversation: ~ is deprecated'],
  ],
  [
    'a new field of an answer',
    ({ components: { schemas } }) => (schemas.EmailConversation.properties.nobodys = { type: 'string' }),
    ['EmailConversation.nobodys: + a new field: text'],
  ],
  [
    'a new field that a request must have',
    ({ components: { schemas } }) => {
      schemas.TransferConversationInput.properties.nobodys = { type: 'string' };
      schemas.TransferConversationInput.required.push('nobodys');
    },
    ['TransferConversationInput.nobodys: + a new field: text, required'],
  ],
  [
    'a field that is gone',
    ({ components: { schemas } }) => delete schemas.EmailConversation.properties.subject,
    ['EmailConversation.subject: - the field is gone'],
  ],
  [
    'a new value of an enum',
    ({ components: { schemas } }) => schemas.ConversationState.anyOf[0].enum.push('Nobodys'),
    ['ConversationState: + value Nobodys'],
  ],
  [
    'a value of an enum that is gone',
    ({ components: { schemas } }) => schemas.ConversationState.anyOf[0].enum.splice(1, 1),
    ['ConversationState: - value Closed'],
  ],
  [
    'a new kind of a union',
    ({ components: { schemas } }) => {
      schemas.Nobodys = structuredClone(schemas.Text);
      schemas.Nobodys.properties._type.const = 'Nobodys';
      schemas.Content.oneOf.push({ $ref: '#/components/schemas/Nobodys' });
    },
    ['Content: + kind Nobodys'],
  ],
  [
    'a kind of a union that is gone',
    ({ components: { schemas } }) => schemas.Content.oneOf.shift(),
    ['Content: - kind Html'],
  ],
  [
    'another type',
    ({ components: { schemas } }) => (schemas.CustomAttribute.properties.name = { type: 'boolean' }),
    ['CustomAttribute.name: ~ is boolean, not text'],
  ],
  [
    'an integer of another width',
    ({ components: { schemas } }) => (schemas.FollowUp.properties.parentId.format = 'int32'),
    ['FollowUp.parentId: ~ is int32, not int64'],
  ],
  [
    'one value where there was a list',
    ({ components: { schemas } }) => {
      const { properties } = schemas.EmailConversation;
      properties.customAttributes = properties.customAttributes.items;
    },
    ['EmailConversation.customAttributes: ~ is object, not list'],
  ],
  [
    'a field that must be there now',
    ({ components: { schemas } }) => {
      schemas.BrowserInfo.properties.version = { type: 'string' };
      schemas.BrowserInfo.required.push('version');
    },
    ['BrowserInfo.version: ~ is always there'],
  ],
  [
    'a field that may be absent now',
    ({ components: { schemas } }) => (schemas.BrowserInfo.required = []),
    ['BrowserInfo.name: ~ may be absent or null'],
  ],
  [
    'a new parameter',
    ({ paths }) => {
      const parameter = { name: 'nobodys', in: 'query', required: false, schema: { type: 'string' } };
      paths[CONVERSATION].get.parameters.push(parameter);
    },
    ['getConversation(query).nobodys: + a new field: text'],
  ],
  [
    'an id of another kind',
    ({ paths }) => (paths[CONVERSATION].get.parameters[0].schema = { type: 'string', format: 'uuid' }),
    ['getConversation(conversationId): ~ is uuid, not int64'],
  ],
  [
    'a body where there was none',
    ({ paths }) =>
      (paths[`${CONVERSATION}/anonymize`].patch.requestBody = {
        content: { 'application/json': { schema: { type: 'object' } } },
      }),
    ['anonymizeConversation(body): + takes a body'],
  ],
  [
    'a body that must be given now',
    ({ paths }) => (paths[`${CONVERSATION}/close`].put.requestBody.required = true),
    ['closeConversation(body): ~ must be given'],
  ],
  [
    'an answer without its envelope',
    ({ paths }) => {
      const { content } = paths[CONVERSATION].get.responses['200'];
      content['application/json'].schema = { $ref: '#/components/schemas/EmailConversation' };
    },
    ['getConversation(answer): - has no `data`'],
  ],
  [
    'what was known to differ and does no more',
    ({ components: { schemas } }) => schemas.ClaimConversationInput.required.push('force'),
    ['ClaimConversationInput.force: ~ may be absent or null'],
  ],
];

for (const [what, change, expected] of CHANGES)
  test(`${what} is told, and nothing else`, () => assert.deepEqual(changed(change), expected));

test('names of ids and of schemas, and descriptions, are no drift', () => {
  const { schemas } = parse(text).components;
  const document = JSON.stringify(parse(text), (key, value) => {
    if (key === 'description' && typeof value === 'string') return 'Other words.';
    if (key !== 'schemas') return value;
    return Object.fromEntries(Object.keys(schemas).map((name) => [`${name}1`, value[name]]));
  });
  const renamed = document
    .replaceAll(/(#\/components\/schemas\/\w+)/g, '$11')
    .replaceAll('{conversationId}', '{id}')
    .replaceAll('"name":"conversationId"', '"name":"id"');
  assert.notEqual(renamed, document);
  assert.deepEqual(besides(told(renamed)), []);
});

test('a union whose kinds have titles and no `_type`, as Dixa publishes them, is no drift', () => {
  const untagged = changed(({ components: { schemas } }) => {
    for (const { discriminator } of Object.values(schemas)) {
      for (const [tag, reference] of Object.entries(discriminator?.mapping ?? {})) {
        const schema = schemas[reference.split('/').at(-1)];
        delete schema.properties._type;
        schema.title = tag;
      }
    }
    for (const schema of Object.values(schemas)) delete schema.discriminator;
  });
  assert.deepEqual(untagged, []);
});

test('each departure has its reason', () => {
  for (const { why, findings } of KNOWN) assert.ok(why.endsWith('.') && findings.length > 0, why);
});

test('the command tells what drifted in a file and ends with 1, and with 0 when nothing did', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'drift-'));
  const file = path.join(folder, 'openapi.yaml');
  const run = (/** @type {string[]} */ parameters) => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'contract:diff', ...parameters], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, stdout };
  };
  writeFileSync(file, text.replaceAll('        - Outbound\n', '        - Outbound\n        - Sideways\n'));
  assert.deepEqual(run(['--', file]), {
    status: 1,
    stdout:
      ['CallbackDirection', 'ConversationDirection'].map((name) => `+ ${name}: value Sideways\n`).join('') +
      '2 drifted\n',
  });
  assert.deepEqual(run([]), { status: 0, stdout: 'nothing drifted\n' });
  rmSync(folder, { recursive: true });
});
