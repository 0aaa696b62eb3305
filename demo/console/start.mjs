// npm run demo: sets up, builds and opens the console against a local Dixa.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exec, fail, packages, say, setup } from '../../pkg-template/build/setup.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const port = Number(process.env.PORT ?? 4173);

setup();
const { makePackage } = await import('../../pkg-template/build/package.mjs');
await makePackage();
packages(here);
say('building the console');
exec('npm', ['run', '--silent', 'build'], { cwd: here });
const { run } = await import('./run.mjs');
try {
  const { url, sandbox } = await run({ port });
  const { keepWriting } = await import('./customer.mjs');
  keepWriting(sandbox);
  say(`the console is at ${url} (Ctrl+C ends it)`);
} catch (error) {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
  fail(`port ${port} is taken; choose another: PORT=4200 npm run demo`);
}
