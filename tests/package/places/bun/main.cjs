// CommonJS. The checks are an ES module; the package is required.
const env = JSON.parse(process.env.DIXA_TEST);
const started = performance.now();
const dixa = require('dixa-conversations');

import('./checks.mjs').then(async ({ check, tell }) => tell(env, await check(dixa, env, { started })));
