// A test that calls Dixa.

const { check, started, tell } = require('./checks.cjs');
const dixa = require('dixa-conversations');

const env = JSON.parse(process.env.DIXA_TEST);

test('the environment is the one that was asked for', () => {
  expect(typeof document).toBe(process.env.DOCUMENT);
});

test('conversations', async () => {
  const report = await check(dixa, env, { started });
  await tell(env, report);
  expect(report.failed).toEqual([]);
});
