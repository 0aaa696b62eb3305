// @ts-check
// splitOutcomes: what was done, what was not, and what nobody can tell.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { splitOutcomes } from '../../pkg/dist/helpers.mjs';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { createSandbox } from '../../pkg/dist/testing.mjs';
import { tagsOf } from './models.mjs';

test('every kind of outcome goes to its place, with its place in the answer', () => {
  const url = new URL(
    '../contract/examples/responses/addInternalNotes.200.a-list-of-internal-notes-created-successfully-and-error-mess.json',
    import.meta.url,
  );
  const [success, failure] = JSON.parse(readFileSync(url, 'utf8')).data;
  const unknown = { _type: /** @type {const} */ ('Unknown'), rawType: 'BulkActionDelayed', id: 5 };
  const outcomes = [failure, success, unknown, success, failure];
  assert.deepEqual([...new Set(outcomes.map(({ _type }) => _type))].sort(), tagsOf('BulkActionOutcome'));
  assert.deepEqual(splitOutcomes(outcomes), {
    succeeded: [
      { index: 1, data: success.data },
      { index: 3, data: success.data },
    ],
    failed: [
      { index: 0, error: failure.error },
      { index: 4, error: failure.error },
    ],
    unknown: [{ index: 2, outcome: unknown }],
  });
  assert.deepEqual(splitOutcomes([]), { succeeded: [], failed: [], unknown: [] });
});

test('what the client gives for several notes comes apart', async () => {
  const sandbox = createSandbox();
  const dixa = new ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch, rateLimit: false });
  const nobody = '00000000-0000-4000-8000-000000000000';
  const { succeeded, failed, unknown } = splitOutcomes(
    await dixa.addInternalNotes(10_001, {
      data: [{ message: 'one' }, { message: 'two', agentId: nobody }, { message: 'three' }],
    }),
  );
  assert.deepEqual(
    [succeeded.map(({ index, data }) => [index, data.message]), failed.map(({ index }) => index), unknown],
    [
      [
        [0, 'one'],
        [2, 'three'],
      ],
      [1],
      [],
    ],
  );
});
