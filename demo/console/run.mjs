// The console with the sandbox behind it.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from './sandbox-server.mjs';
import { startConsole } from './server.mjs';

const files = fileURLToPath(new URL('../../dist/console', import.meta.url));

/** @param {{ port?: number, clock?: () => number }} [options] `clock`: that of the sandbox */
export async function run({ port = 0, clock } = {}) {
  const local = await startSandbox(clock ? { clock } : {});
  const directory = () => {
    const { agents, endUsers, queues, tags, customAttributes } = local.sandbox.snapshot();
    return { agents, endUsers, queues, tags, customAttributes };
  };
  const page = await startConsole({
    port,
    upstream: local.url,
    token: local.sandbox.token,
    files: path.resolve(files),
    directory,
  });
  return { url: page.url, sandbox: local.sandbox, close: () => (page.close(), local.close()) };
}
