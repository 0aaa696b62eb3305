// Serves the console, and stands between it and Dixa: the token is added here and never reaches the page.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createProxy } from 'dixa-conversations/proxy';
import { ALLOWED } from './allowed.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Only what is served here may run; WebAssembly is named because a page has to allow it. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/**
 * @param {{ port?: number, upstream: string, token: string, files: string, directory: () => unknown }} options
 */
export async function startConsole({ port = 0, upstream, token, files, directory }) {
  const proxy = createProxy({
    token,
    baseUrl: upstream,
    prefix: '/dixa',
    allow: ALLOWED,
    // It has no users of its own: whoever sits at this machine is one.
    authorize: () => true,
  });
  const toDixa = getRequestListener(proxy);
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname === '/directory.json') return json(response, directory());
      if (url.pathname.startsWith('/dixa/')) return await toDixa(request, response);
      await file(response, url.pathname);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The server of the console failed.');
      console.error(error instanceof Error ? error.message : error);
    }
  });

  /**
   * @param {import('node:http').ServerResponse} response
   * @param {string} pathname
   */
  async function file(response, pathname) {
    const wanted = path.join(files, path.normalize(pathname === '/' ? '/index.html' : pathname));
    const isInside = wanted.startsWith(files + path.sep);
    const content = isInside ? await readFile(wanted).catch(() => undefined) : undefined;
    if (!content) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('There is no such file.');
      return;
    }
    const type =
      TYPES[/** @type {keyof typeof TYPES} */ (path.extname(wanted))] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
    response.end(content);
  }

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://localhost:${address.port}/`, close: () => server.close() };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {unknown} value
 */
function json(response, value) {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
