// CommonJS. The checks are an ES module; the package is required.
const env = JSON.parse(process.env.DIXA_TEST);
const started = performance.now();
const dixa = require('dixa-conversations');

import('./checks.mjs').then(async ({ check, each, same, tell }) => {
  const report = await check(dixa, env, { started });
  const both = await each({
    'import gives the same class as require': async () => {
      const imported = await import('dixa-conversations');
      same(imported.ConversationsClient === dixa.ConversationsClient, true, 'the clients are one class');
      same(imported.NotFoundError === dixa.NotFoundError, true, 'the errors are one class');
    },
  });
  report.passed.push(...both.passed);
  report.failed.push(...both.failed);
  await tell(env, report);
});
