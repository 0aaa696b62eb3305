// The sandbox over HTTP: a local Dixa for the console, or for curl.

import { createServer } from 'node:http';
import { createSandbox } from 'dixa-conversations/testing';

/**
 * @param {{ port?: number, token?: string }} [options]
 */
export async function startSandbox({ port = 0, token } = {}) {
  const sandbox = createSandbox(token === undefined ? {} : { token });
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const answer = await sandbox.fetch(`http://localhost${request.url}`, {
      method: request.method,
      headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ...(body && { body }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { sandbox, url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
