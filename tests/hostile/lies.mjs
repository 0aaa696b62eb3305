// @ts-check
// What the server can do to a request. Each says whether the server does what was asked.

import { gzipSync } from 'node:zlib';
import { CANARY } from './cases.mjs';

/** @typedef {import('./server.mjs').Lie} Lie */
/** @typedef {import('./server.mjs').Exchange} Exchange */
/** @typedef {import('node:net').Socket} Socket */

const DUPLICATE = JSON.stringify({ message: `Duplicate externalId ${CANARY}` });
const HTML = `<!doctype html><title>Sign in</title><p>${CANARY}</p>`;
const FIVE_MB = 5 * 1024 * 1024;

/**
 * The head of an answer; the connection ends with it.
 * @param {number} status
 * @param {Record<string, string | number>} [headers]
 */
function head(status, headers = {}) {
  const lines = Object.entries({ 'content-type': 'application/json', connection: 'close', ...headers });
  return [`HTTP/1.1 ${status} ${CANARY}`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join(
    '\r\n',
  );
}

/**
 * A whole, honest HTTP answer.
 * @param {Socket} socket
 * @param {number} status
 * @param {string | Buffer} body
 * @param {Record<string, string | number>} [headers]
 */
function reply(socket, status, body, headers) {
  const length = Buffer.byteLength(body);
  const bare = status === 204 || status === 304;
  socket.write(head(status, { ...(bare ? {} : { 'content-length': length }), ...headers }));
  socket.end(bare ? '' : body);
}

/** @param {Exchange} exchange a body as a 200 has it, also where an honest answer has none */
const bodyOf = ({ cell }) => cell.good.body || `{"data":{"text":"${CANARY}"}}`;

/**
 * Ends a connection when what was written has left.
 * @param {Socket} socket
 * @param {string | Buffer} text
 * @param {'reset' | 'close'} how
 */
function writeThen(socket, text, how) {
  socket.write(text, () => setTimeout(() => (how === 'reset' ? socket.resetAndDestroy() : socket.end()), 20));
}

/**
 * Writes one byte after the other.
 * @param {Socket} socket
 * @param {string} text
 * @param {number} everyMs
 * @param {() => void} ended
 */
function drip(socket, text, everyMs, ended) {
  const bytes = Buffer.from(text);
  let at = 0;
  const timer = setInterval(() => {
    socket.write(bytes.subarray(at, ++at));
    if (at < bytes.length) return;
    clearInterval(timer);
    ended();
  }, everyMs);
  socket.on('close', () => clearInterval(timer));
}

/** @param {(exchange: Exchange) => void} serve @returns {Lie} */
const refusing = (serve) => ({ serve, applies: false });

/** @param {(exchange: Exchange) => void} serve @returns {Lie} */
const doing = (serve) => ({
  applies: true,
  serve: (exchange) => {
    exchange.cell.apply(exchange.request);
    serve(exchange);
  },
});

/** A 200 with this body. @param {(exchange: Exchange) => string | Buffer} body @param {Record<string, string>} [headers] */
const body200 = (body, headers) => doing((exchange) => reply(exchange.socket, 200, body(exchange), headers));

/** No lie: it is done and answered, or refused because the key is known. @type {Lie} */
export const honest = {
  applies: true,
  serve: ({ socket, cell, request }) => {
    if (cell.apply(request)) reply(socket, cell.good.status, cell.good.body);
    else reply(socket, 400, DUPLICATE);
  },
};

/** @type {Lie} */
export const refused = { applies: false, door: 'refused', serve: () => {} };
/** @type {Lie} */
export const slammed = { applies: false, door: 'slammed', serve: () => {} };

/** @type {Lie} */
export const resetUnread = { applies: false, unread: true, serve: ({ socket }) => socket.resetAndDestroy() };
export const resetBeforeApplying = refusing(({ socket }) => socket.resetAndDestroy());
export const resetAfterApplying = doing(({ socket }) => socket.resetAndDestroy());
export const closeBeforeApplying = refusing(({ socket }) => socket.end());
export const closeAfterApplying = doing(({ socket }) => socket.end());
export const resetInHead = doing(({ socket }) => writeThen(socket, 'HTTP/1.1 200 OK\r\ncontent-ty', 'reset'));
export const noHttp = doing(({ socket }) => void socket.end(`220 ${CANARY} ESMTP\r\n`));

export const stallBeforeApplying = refusing(() => {});
export const stallAfterApplying = doing(() => {});
export const stallInHead = doing(({ socket }) => void socket.write('HTTP/1.1 200 OK\r\ncontent-ty'));
export const stallInBody = doing((exchange) => {
  const body = bodyOf(exchange);
  exchange.socket.write(head(200, { 'content-length': body.length }) + body.slice(0, body.length / 2));
});

/** Half a body of a declared length. @param {'reset' | 'close'} how */
const half = (how) =>
  doing((exchange) => {
    const body = bodyOf(exchange);
    const text = head(200, { 'content-length': Buffer.byteLength(body) }) + body.slice(0, body.length / 2);
    writeThen(exchange.socket, text, how);
  });
/** Half a body as a chunk, and no chunk that says it is the last. @param {'reset' | 'close'} how @param {string} connection */
const chunk = (how, connection) =>
  doing((exchange) => {
    const body = bodyOf(exchange);
    const part = body.slice(0, body.length / 2);
    const start = head(200, { 'transfer-encoding': 'chunked', connection });
    writeThen(exchange.socket, `${start}${part.length.toString(16)}\r\n${part}\r\n`, how);
  });
export const resetInBody = half('reset');
export const shortBody = half('close');
export const resetInChunks = chunk('reset', 'keep-alive');
export const resetInLastChunks = chunk('reset', 'close');
export const endlessChunks = chunk('close', 'keep-alive');
export const endlessLastChunks = chunk('close', 'close');
export const wrongChunks = doing(({ socket }) =>
  writeThen(socket, `${head(200, { 'transfer-encoding': 'chunked' })}zz\r\n${CANARY}\r\n`, 'close'),
);
export const lengthTooSmall = doing((exchange) => {
  const body = bodyOf(exchange);
  exchange.socket.end(head(200, { 'content-length': Math.floor(body.length / 2) }) + body);
});
export const bytesAfterEnd = doing((exchange) => {
  const body = bodyOf(exchange);
  exchange.socket.end(`${head(200, { 'content-length': Buffer.byteLength(body) })}${body}${CANARY}`);
});

const zipped = { 'content-encoding': 'gzip' };
export const gzip = body200((exchange) => gzipSync(bodyOf(exchange)), zipped);
export const badGzip = body200(() => `no gzip but ${CANARY}`, zipped);
/** @type {Buffer | undefined} */
let bomb;
export const gzipBomb = body200(() => (bomb ??= gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))), zipped);
export const longBody = body200(() => Buffer.alloc(FIVE_MB, ' '));
export const longChunks = doing(({ socket }) => {
  const part = ' '.repeat(FIVE_MB);
  socket.write(head(200, { 'transfer-encoding': 'chunked' }));
  socket.end(`${part.length.toString(16)}\r\n${part}\r\n0\r\n\r\n`);
});

export const loginPage = body200(() => HTML, { 'content-type': 'text/html' });
export const withBom = body200((exchange) => `\ufeff${bodyOf(exchange)}`);
export const brokenUtf8 = body200(() =>
  Buffer.concat([Buffer.from('{"data":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
);
export const cutJson = body200((exchange) => bodyOf(exchange).slice(0, -3));
export const emptyBody = body200(() => '');
export const nullData = body200(() => '{"data":null}');
export const noData = body200(() => `{"message":"${CANARY}"}`);
export const arrayBody = body200(() => `["${CANARY}"]`);
export const otherShape = body200((exchange) =>
  bodyOf(exchange).startsWith('{"data":[') || /^\s*\{\s*"data"\s*:\s*\[/.test(bodyOf(exchange))
    ? `{"data":{"${CANARY}":"${CANARY}"}}`
    : `{"data":["${CANARY}"]}`,
);
export const deep = body200(() => `{"data":${'['.repeat(200)}${']'.repeat(200)}}`);
export const deepBesides = body200(
  (exchange) => `${bodyOf(exchange).trimEnd().slice(0, -1)},"more":${'['.repeat(200)}${']'.repeat(200)}}`,
);
/** A 200 with some news and issues beside what is right. */
export const metaOf = (/** @type {(exchange: Exchange) => unknown} */ meta) =>
  body200((exchange) => {
    const { data, ...rest } = JSON.parse(bodyOf(exchange));
    return JSON.stringify({ data, ...rest, meta: meta(exchange) });
  });

/** A status above 200 that says that it was done. @param {number} status */
export const success = (status) => doing((exchange) => reply(exchange.socket, status, bodyOf(exchange)));
export const bodyOf204 = doing((exchange) =>
  writeThen(exchange.socket, head(204, { 'content-length': 20 }) + CANARY.padEnd(20), 'close'),
);
export const earlyHints = doing((exchange) => {
  exchange.socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a.css>; rel=preload\r\n\r\n');
  setTimeout(() => reply(exchange.socket, 200, bodyOf(exchange)), 10);
});

export const slowDrip = doing((exchange) => {
  const body = bodyOf(exchange);
  const text = head(200, { 'content-length': Buffer.byteLength(body) });
  drip(exchange.socket, text + body.slice(0, 30), 1, () => exchange.socket.end(body.slice(30)));
});
export const dripInHead = doing(({ socket }) =>
  drip(socket, head(200, { 'x-a': 'a'.repeat(500) }), 20, () => {}),
);
export const dripInBody = doing((exchange) => {
  exchange.socket.write(head(200, { 'content-length': 500 }));
  drip(exchange.socket, ' '.repeat(500), 20, () => {});
});

/**
 * An answer that says no.
 * @param {number} status
 * @param {Record<string, string> | (() => Record<string, string>)} [headers]
 * @param {string | Buffer} [body]
 */
export const says = (status, headers = {}, body = JSON.stringify({ message: `no, said ${CANARY}` })) =>
  refusing(({ socket }) => reply(socket, status, body, typeof headers === 'function' ? headers() : headers));
/** It is done, and the answer says that it is not. @param {number} status */
export const saysAfterApplying = (status) =>
  doing(({ socket }) => reply(socket, status, `{"message":"${CANARY}"}`));
export const badGateway = says(502, { 'content-type': 'text/html' }, HTML);
/** A login page for a listing. */
export const pageForAll = says(200, { 'content-type': 'text/html' }, HTML);
export const duplicate = says(400, {}, DUPLICATE);
/** @param {number} status */
export const fiveMegabytes = (status) =>
  says(status, {}, Buffer.from(JSON.stringify({ message: CANARY.repeat(FIVE_MB / CANARY.length) })));

/** @param {number} status @param {'here' | 'elsewhere' | 'nowhere'} where */
export const redirect = (status, where) =>
  refusing(({ socket, request, origin, elsewhere }) =>
    reply(
      socket,
      status,
      '',
      where === 'nowhere' ? {} : { location: (where === 'here' ? origin : elsewhere) + request.path },
    ),
  );

/** The listing of a conversation's messages, as the server knows them. @type {Lie} */
export const listing = {
  applies: false,
  honest: true,
  serve: ({ socket, cell }) => {
    const data = [...cell.created].map(([externalId, { body }], at) => ({
      id: `00000000-0000-4000-8000-00000000000${at}`,
      externalId,
      authorId: 'a53b25da-f676-4c52-acac-58c9280aa23d',
      createdAt: '2026-01-02T03:04:05Z',
      attributes: { _type: 'ChatAttributes', content: body.content, direction: body._type },
    }));
    reply(socket, 200, JSON.stringify({ data }));
  },
};
