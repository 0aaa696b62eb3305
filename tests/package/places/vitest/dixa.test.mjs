// A test that calls Dixa.

import { expect, test } from 'vitest';
import { check, started, tell } from './checks.mjs';
import * as dixa from 'dixa-conversations';

const env = JSON.parse(process.env.DIXA_TEST);

test('the environment is the one that was asked for', () => {
  expect(typeof document).toBe(process.env.DOCUMENT);
});

test('conversations', async () => {
  const report = await check(dixa, env, { started });
  await tell(env, report);
  expect(report.failed).toEqual([]);
});
