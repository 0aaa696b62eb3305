// Requests that no browser makes, byte by byte: what a server makes of them may differ, what arrives at Dixa not.

import { connect } from 'node:net';
import { same } from '../../checks.mjs';

const MESSAGES = '/api/dixa/v1/conversations/7/messages';
const COOKIE = ['cookie: session=dale'];
const JSON_TYPE = ['content-type: application/json'];

/** Request lines, further headers, body. @type {[line: string, headers?: string[], body?: string][]} */
const REQUESTS = [
  ['GET /api/dixa/v1/conversations/../webhooks'],
  ['GET /api/dixa/v1/conversations/%2e%2e/webhooks'],
  ['GET /api/dixa/v1/conversations/..%2fwebhooks'],
  ['GET /api/dixa/v1/conversations/%252e%252e/webhooks'],
  ['GET /api/dixa/v1/conversations/..\\webhooks'],
  ['GET /api/dixa/v1/conversations/..%c0%afwebhooks'],
  ['GET /api/dixa/v1/conversations/7/messages/..%2f..%2f..%2fwebhooks'],
  ['GET /api/dixa/../../v1/webhooks'],
  ['GET /api/dixa//v1/conversations/7/messages'],
  ['GET /api/dixa/v1//conversations/7/messages'],
  ['GET /api/dixa/v1/conversations/7/messages/'],
  ['GET /api/dixa/v1/conversations/7/messages%00'],
  ['GET /api/dixa/v1/conversations/7%2fmessages'],
  ['GET /api/dixa/v1/conversations/7/messages%3fforce=true'],
  ['GET /api/dixa/v1/conversations/7/messages?force=true'],
  ['GET /api/dixa/v1/search/conversations?query=a&query=b'],
  ['GET //evil.example/api/dixa/v1/webhooks'],
  ['GET http://evil.example/api/dixa/v1/webhooks'],
  ['GET /api/dixa/http://evil.example/v1/conversations/7/messages'],
  ['GET /api/dixa/@evil.example/v1/conversations/7/messages'],
  [`HEAD ${MESSAGES}`],
  [`OPTIONS ${MESSAGES}`],
  [`TRACE ${MESSAGES}`],
  [`DELETE ${MESSAGES}`],
  [`get ${MESSAGES}`],
  [`GET ${MESSAGES}`, ['x-http-method-override: DELETE']],
  [`GET ${MESSAGES}`, ['origin: https://evil.example']],
  [`GET ${MESSAGES}`, ['sec-fetch-site: cross-site']],
  [`POST ${MESSAGES}`, ['sec-fetch-site: same-site', ...JSON_TYPE, 'content-length: 2'], '{}'],
  [`POST ${MESSAGES}`, [...JSON_TYPE, 'content-length: 99999999'], '{}'],
  [`POST ${MESSAGES}`, [...JSON_TYPE, 'content-length: 2', 'content-length: 3'], '{}'],
  [`POST ${MESSAGES}`, [...JSON_TYPE, 'content-length: 2', 'transfer-encoding: chunked'], '0\r\n\r\n'],
  [
    `POST ${MESSAGES}`,
    [...JSON_TYPE, 'transfer-encoding: chunked'],
    `100000\r\n${'x'.repeat(0x100000)}\r\n1\r\nx\r\n0\r\n\r\n`,
  ],
  [`POST ${MESSAGES}`, ['content-type: text/plain', 'content-length: 2'], '{}'],
  [`POST ${MESSAGES}`, [...JSON_TYPE, 'content-encoding: gzip', 'content-length: 2'], '{}'],
];

/** Sends bytes; gives the answer that comes back, if any does. */
function send(origin, bytes) {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    const end = () => (socket.destroy(), resolve(answer));
    socket.on('data', (chunk) => ((answer += chunk), end()));
    socket.on('error', end).on('close', end);
    socket.setTimeout(60_000, end);
  });
}

/** @param {string} answer */
const statusOf = (answer) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

/**
 * @param {string} origin
 * @param {{ session: string }} env
 */
export const hostile = (origin, env) => {
  const arrived = async () => (await (await fetch(`${env.session}/seen`, { method: 'POST' })).json()).length;
  const bytes = ([line, headers = [], body = ''], cookie = COOKIE) =>
    [
      `${line} HTTP/1.1`,
      `host: ${new URL(origin).host}`,
      'connection: close',
      ...cookie,
      ...headers,
      '',
      body,
    ].join('\r\n');
  return {
    'requests that no browser makes are refused, and none arrives': async () => {
      const before = await arrived();
      const wrong = [];
      for (const request of REQUESTS) {
        const answer = await send(origin, bytes(request));
        // Some a server refuses or redirects itself, before the proxy sees them; OPTIONS Next answers with 204.
        const status = statusOf(answer);
        if (status === 200 || /"code":"proxy_failed"/.test(answer)) wrong.push([request[0], status]);
      }
      same([wrong, (await arrived()) - before], [[], 0], 'what was not refused, and what arrived');
    },
    'the same way a request that is right arrives': async () => {
      const before = await arrived();
      const request = ['GET /api/dixa/v1/conversations/10001/messages'];
      same(statusOf(await send(origin, bytes(request))), 200, 'the status');
      same(statusOf(await send(origin, bytes(request, []))), 401, 'the status without a cookie');
      same((await arrived()) - before, 1, 'requests that arrived');
    },
  };
};
