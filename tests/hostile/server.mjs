// @ts-check
// An HTTP server on raw sockets, so that it can lie. Each cell of the matrix has a path of its own, a
// script of what happens to its requests, and a state: whether the server did what was asked, and how
// often. Not here: the lies (`lies.mjs`).

import net from 'node:net';
import { refusing } from '../refusing.mjs';

/**
 * @typedef {{ method: string, path: string, query: string, headers: Record<string, string>, body: string, at: number }} Request
 * `at`: when its head was there, in milliseconds
 * @typedef {{ socket: net.Socket, cell: Cell, request: Request, origin: string, elsewhere: string }} Exchange
 * @typedef {object} Lie what becomes of one request
 * @property {(exchange: Exchange) => void} serve
 * @property {boolean} applies whether the server does what was asked
 * @property {'refused' | 'slammed'} [door] no connection comes about; one is reset before it is read
 * @property {boolean} [honest] a listing that tells the truth
 * @property {boolean} [unread] it happens before the request's body was read
 */

/** What a server knows of one call, and did for it. */
export class Cell {
  /** @type {Request[]} */
  arrivals = [];
  /** Connections that were reset before anything was read. */
  slams = 0;
  /** Answers to reads that the server gave. */
  served = 0;
  /** How often the server did what was asked. Setting the same state again changes nothing. */
  effects = 0;
  /** @type {Map<string, { body: any }>} what was created, by its key */
  created = new Map();
  #taken = 0;

  /**
   * @param {object} script
   * @param {'read' | 'state' | 'message' | 'create' | 'never'} script.replay what doing it twice does
   * @param {readonly Lie[]} script.lies in turn; the last one stays
   * @param {Lie} script.listing what becomes of the listing that looks for a message
   * @param {{ status: number, body: string }} script.good the honest answer
   */
  constructor({ replay, lies, listing, good }) {
    this.replay = replay;
    this.lies = lies;
    this.listing = listing;
    this.good = good;
  }

  /** What becomes of the next request. */
  next() {
    return this.lies[Math.min(this.#taken, this.lies.length - 1)];
  }

  take() {
    const lie = this.next();
    this.#taken++;
    return lie;
  }

  /**
   * Does what was asked. False: it is there already, and the API refuses the same key twice.
   * @param {Request} request
   */
  apply({ body }) {
    if (this.replay === 'read') this.served++;
    else if (this.replay === 'state') this.effects = 1;
    else if (this.replay === 'message') {
      const given = JSON.parse(body);
      if (this.created.has(given.externalId)) return false;
      this.created.set(given.externalId, { body: given });
      this.effects++;
    } else this.effects++;
    return true;
  }
}

/** Starts the server, and another one that no token may ever reach. */
export async function startServer() {
  /** @type {Map<string, Cell>} */
  const cells = new Map();
  /** @type {Set<net.Socket>} */
  const sockets = new Set();
  /** @type {string[]} */
  const strayed = [];

  /** @param {(socket: net.Socket) => void} accept */
  const listen = async (accept) => {
    const listener = net.createServer({ noDelay: true }, (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {}); // The client may leave whenever it likes.
      accept(socket);
    });
    await /** @type {Promise<void>} */ (new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve)));
    const { port } = /** @type {net.AddressInfo} */ (listener.address());
    return { listener, port, origin: `http://127.0.0.1:${port}` };
  };

  const foreign = await listen((socket) => {
    socket.on('data', (chunk) => {
      strayed.push(chunk.toString('latin1'));
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 11\r\nconnection: close\r\n\r\n{"data":[]}');
    });
  });
  const main = await listen((socket) =>
    converse(socket, cells, { main: () => main.origin, elsewhere: foreign.origin }),
  );
  const nobody = await refusing();
  let count = 0;

  return {
    origin: main.origin,
    foreign: foreign.origin,
    /** What arrived at the other origin. */
    strayed,
    refusing: nobody.origin,
    /** @param {Cell} cell */
    open(cell) {
      const name = `c${++count}`;
      cells.set(name, cell);
      return { path: `/${name}`, baseUrl: `${main.origin}/${name}`, close: () => cells.delete(name) };
    },
    /**
     * An origin that resets each connection at once.
     * @param {Cell} cell
     */
    async slamming(cell) {
      const door = await listen((socket) => {
        cell.slams++;
        socket.resetAndDestroy();
      });
      return { origin: door.origin, close: () => door.listener.close() };
    },
    async close() {
      nobody.close();
      for (const socket of sockets) socket.destroy();
      for (const { listener } of [main, foreign]) listener.close();
    },
  };
}

/**
 * Reads the one request of a connection, and lets happen to it what the script says.
 * @param {net.Socket} socket
 * @param {Map<string, Cell>} cells
 * @param {{ main: () => string, elsewhere: string }} origins
 */
function converse(socket, cells, { main, elsewhere }) {
  /** @type {Buffer[]} */
  const chunks = [];
  /** @type {{ cell: Cell, lie: Lie, request: Request, length: number, start: number } | undefined} */
  let under;
  let served = false;
  socket.on('data', (chunk) => {
    if (served) return;
    chunks.push(Buffer.from(chunk));
    const received = Buffer.concat(chunks);
    if (!under) {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const { name, request } = headOf(received.subarray(0, end).toString('latin1'));
      const cell = cells.get(name);
      if (!cell) return socket.destroy();
      const listing = cell.replay === 'message' && request.method === 'GET';
      const lie = listing ? cell.listing : cell.take();
      cell.arrivals.push(request);
      under = { cell, lie, request, length: Number(request.headers['content-length'] ?? 0), start: end + 4 };
    }
    const { cell, lie, request, length, start } = under;
    if (!lie.unread && received.length < start + length) return;
    served = true;
    request.body = received.subarray(start).toString('utf8');
    lie.serve({ socket, cell, request, origin: main(), elsewhere });
  });
}

/** @param {string} text */
function headOf(text) {
  const [first = '', ...lines] = text.split('\r\n');
  const [method = '', target = ''] = first.split(' ');
  const [, name = '', path = '', query = ''] = /^\/([^/]*)([^?]*)\??(.*)$/.exec(target) ?? [];
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  return { name, request: { method, path, query, headers, body: '', at: performance.now() } };
}
