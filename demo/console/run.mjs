// The console with the sandbox behind it.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox } from './sandbox-server.mjs';
import { startConsole } from './server.mjs';

const files = fileURLToPath(new URL('../../dist/console', import.meta.url));

/** @param {{ port?: number }} [options] */
export async function run({ port = 0 } = {}) {
  const local = await startSandbox();
  const directory = () => {
    const { agents, endUsers, queues, tags, customAttributes, conversations } = local.sandbox.snapshot();
    const ids = /** @type {{ id: number }[]} */ (conversations).map(({ id }) => id);
    return { agents, endUsers, queues, tags, customAttributes, conversations: ids };
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
