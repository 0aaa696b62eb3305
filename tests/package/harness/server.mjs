// @ts-check
// The one server of all places: a sandbox of its own for each session, over HTTP and open to pages of any
// origin; the reports that come back; and the files of pages.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { createSandbox } from '../../../pkg/dist/testing.mjs';
import { refusing } from '../../refusing.mjs';
import { TOKEN } from '../checks.mjs';

/**
 * What a place tells of its checks, see `checks.mjs`.
 * @typedef {{ passed: string[], failed: { name: string, message: string }[], coldStartMs?: number, version?: string }} Report
 */

/**
 * What a place is given: where its sandbox is, and an address where nobody listens.
 * @typedef {{ session: string, refused: string }} Env
 */

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Pages of any origin may ask and see. */
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': 'authorization, content-type, user-agent, accept',
  'access-control-expose-headers': '*',
};

export async function startServer() {
  /** @type {Map<string, { sandbox: ReturnType<typeof createSandbox>, reported: (report: Report) => void, seen: string[], silent: number }>} */
  const sessions = new Map();
  /** @type {Map<string, { folder: string, headers: Record<string, string> }>} */
  const folders = new Map();

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [, kind, id = '', place, ...rest] = url.pathname.split('/');
    if (kind === 'files') return file(response, id, [place, ...rest].join('/'));
    const session = sessions.get(id);
    if (kind !== 'session' || !session) return end(response, 404, 'There is no such session.');
    if (request.method === 'OPTIONS') return end(response, 204, '');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    if (!['report', 'seen', 'silent'].includes(place ?? ''))
      session.seen.push(`${request.method} /${[place, ...rest].join('/')}`);
    switch (place) {
      case 'dixa': {
        const told = await session.sandbox.fetch(`http://localhost/${rest.join('/')}${url.search}`, {
          method: request.method,
          headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
          ...(body && { body }),
        });
        response.writeHead(told.status, { ...Object.fromEntries(told.headers), ...OPEN });
        return response.end(Buffer.from(await told.arrayBuffer()));
      }
      case 'report':
        session.reported(JSON.parse(body));
        return end(response, 204, '');
      // Never answered: the caller has to lose patience.
      case 'silence':
        session.silent++;
        response.on('close', () => session.silent--);
        return;
      // How many are still waiting there.
      case 'silent':
        return end(response, 200, String(session.silent));
      case 'seen':
        return end(response, 200, JSON.stringify(session.seen), 'application/json');
      default:
        return end(response, 404, 'There is no such place.');
    }
  }

  /**
   * @param {import('node:http').ServerResponse} response
   * @param {number} status
   * @param {string} text
   */
  function end(response, status, text, type = 'text/plain') {
    response.writeHead(status, { ...(status !== 204 && { 'content-type': type }), ...OPEN });
    response.end(text);
  }

  /**
   * @param {import('node:http').ServerResponse} response
   * @param {string} name
   * @param {string} wanted
   */
  async function file(response, name, wanted) {
    const found = folders.get(name);
    const content = found && (await readFile(path.join(found.folder, wanted)).catch(() => undefined));
    if (!content) return end(response, 404, 'There is no such file.');
    const extension = /** @type {keyof typeof TYPES} */ (path.extname(wanted));
    response.writeHead(200, {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      ...found.headers,
    });
    return response.end(content);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => end(response, 500, String(error)));
  });
  const origin = await listen(server);
  const nobody = await refusing();

  return {
    origin,
    /** Opens a session: a sandbox as new, and the promise of what is told of it. */
    session() {
      const id = String(sessions.size + 1);
      const sandbox = createSandbox({ token: TOKEN });
      /** @type {string[]} */
      const seen = [];
      /** @type {Promise<Report>} */
      const report = new Promise((resolve) =>
        sessions.set(id, { sandbox, seen, silent: 0, reported: (told) => resolve(told) }),
      );
      /** @type {Env} */
      const env = { session: `${origin}/session/${id}`, refused: nobody.origin };
      return { env, report, sandbox, seen };
    },
    /**
     * Serves a folder's files, with headers of one's own.
     * @param {string} name
     * @param {string} folder
     * @param {Record<string, string>} [headers]
     */
    files(name, folder, headers = {}) {
      folders.set(name, { folder, headers });
      return `${origin}/files/${name}`;
    },
    close() {
      nobody.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {import('node:http').Server} server */
async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/** A port that was free a moment ago. */
export async function freePort() {
  const server = createServer();
  const { port } = new URL(await listen(server));
  await new Promise((resolve) => server.close(resolve));
  return Number(port);
}
