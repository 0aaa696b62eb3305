// The sandbox over HTTP: a local Dixa for the demos, or for curl. Its faults are those of a network here: a lost answer
// is a connection that ends, a late one is late.

import { createServer } from 'node:http';
import { createSandbox } from '../../pkg/dist/testing.mjs';

/**
 * @param {{ port?: number } & import('../../pkg/dist/testing.mjs').SandboxOptions} [options]
 */
export async function startSandbox({ port = 0, ...options } = {}) {
  const sandbox = createSandbox(options);
  const server = createServer(async (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      const answer = await sandbox.fetch(`http://localhost${request.url}`, {
        method: request.method,
        headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        signal: gone.signal,
        ...(body && { body }),
      });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      for await (const part of answer.body ?? []) response.write(part);
      response.end();
    } catch {
      response.destroy();
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { sandbox, url: `http://127.0.0.1:${address.port}`, close };
}
