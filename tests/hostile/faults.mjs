// @ts-check
// The faults: what the server does to a call's requests, and how each attempt has to end by the design.

import * as ends from './ends.mjs';
import * as lies from './lies.mjs';

/**
 * @typedef {import('./server.mjs').Lie} Lie
 * @typedef {import('./ends.mjs').End} End
 * @typedef {readonly [Lie, End]} Step
 * @typedef {object} Fault
 * @property {string} name
 * @property {readonly Step[]} steps in turn; the last one stays
 * @property {Record<string, unknown>} options of the client
 * @property {boolean} all whether all pages are asked for
 * @property {boolean} renews whether the token is a function's
 * @property {number} most retries that there is time for
 * @property {Lie} listing what becomes of the listing that looks for a message
 */

/** @type {Fault[]} */
export const FAULTS = [];

const honest = /** @type {Step} */ ([lies.honest, ends.OK]);

/** @param {string} name @param {readonly Step[]} steps @param {Partial<Fault>} [more] */
function add(name, steps, more) {
  FAULTS.push({
    name,
    steps,
    options: {},
    all: false,
    renews: false,
    most: 2,
    listing: lies.listing,
    ...more,
  });
}

/** Once, then all is well; and always. @param {string} name @param {Lie} lie @param {End} end @param {Partial<Fault>} [more] */
function both(name, lie, end, more) {
  add(`${name}, once`, [[lie, end], honest], more);
  add(`${name}, always`, [[lie, end]], more);
}

const HURRIED = { options: { timeoutMs: 1200 } };
const { LOST, NOT_CONNECTED, BODY_LOST, OK, no, tooLate, unreadable, withoutData } = ends;

both('connection refused', lies.refused, NOT_CONNECTED);
both('reset when connected', lies.slammed, LOST);
both('reset before the body was read', lies.resetUnread, LOST);
both('reset before it was done', lies.resetBeforeApplying, LOST);
both('reset after it was done', lies.resetAfterApplying, LOST);
both('closed before it was done', lies.closeBeforeApplying, LOST);
both('closed after it was done', lies.closeAfterApplying, LOST);
both('reset within the head', lies.resetInHead, LOST);
both('an answer that is no HTTP', lies.noHttp, LOST);
both('silence, not done', lies.stallBeforeApplying, tooLate('headers'), HURRIED);
both('silence, done', lies.stallAfterApplying, tooLate('headers'), HURRIED);
both('silence within the head', lies.stallInHead, tooLate('headers'), HURRIED);
both('silence within the body', lies.stallInBody, tooLate('body'), HURRIED);
both('a head of drops, too slow', lies.dripInHead, tooLate('headers'), HURRIED);
both('a body of drops, too slow', lies.dripInBody, tooLate('body'), HURRIED);
add('drops, but in time', [[lies.slowDrip, OK]]);
add('no time left: silence', [[lies.stallBeforeApplying, tooLate('total')]], {
  most: 0,
  options: { totalTimeoutMs: 1000 },
});
// The first two waits are 1125 ms at least.
add('no time left: the second wait is longer', [[lies.says(503), no(503)]], {
  most: 1,
  options: { totalTimeoutMs: 1100 },
});

both('reset within the body', lies.resetInBody, BODY_LOST);
both('a body shorter than its length', lies.shortBody, BODY_LOST);
both('reset within chunks', lies.resetInChunks, BODY_LOST);
both('chunks without an end', lies.endlessChunks, BODY_LOST);
// Node takes these for whole bodies and says nothing; what it cuts is never whole JSON.
add('reset within chunks, connection: close', [[lies.resetInLastChunks, unreadable('truncated_json')]]);
add('chunks without an end, connection: close', [[lies.endlessLastChunks, unreadable('truncated_json')]]);
both('chunks of no size', lies.wrongChunks, BODY_LOST);
both('gzip that is none', lies.badGzip, BODY_LOST);
add('a body longer than its length', [[lies.lengthTooSmall, unreadable('truncated_json')]]);
add('bytes after the end', [[lies.bytesAfterEnd, OK]]);
add('gzip', [[lies.gzip, OK]]);
add('a gzip bomb', [[lies.gzipBomb, unreadable('body_too_large')]], { options: { maxBodyBytes: 1 << 20 } });
add('5 MB, too long as declared', [[lies.longBody, unreadable('body_too_large')]], {
  options: { maxBodyBytes: 1 << 20 },
});
add('5 MB of chunks, too long', [[lies.longChunks, unreadable('body_too_large')]], {
  options: { maxBodyBytes: 1 << 20 },
});
add('a login page', [[lies.loginPage, unreadable('not_json')]]);
add('a login page, unchecked', [[lies.loginPage, unreadable('not_json')]], {
  options: { validation: 'off' },
});
add('a byte order mark', [[lies.withBom, OK]]);
add('broken UTF-8', [[lies.brokenUtf8, unreadable('not_utf8')]]);
add('JSON that ends too early', [[lies.cutJson, unreadable('truncated_json')]]);
add('an empty body', [[lies.emptyBody, withoutData('empty_body')]]);
add('null data', [[lies.nullData, withoutData('no_data')]]);
add('null data, unchecked', [[lies.nullData, withoutData('no_data')]], { options: { validation: 'off' } });
add('no data', [[lies.noData, withoutData('no_data')]]);
add('an array for an object', [[lies.arrayBody, withoutData('no_data')]]);
add('data of another shape', [[lies.otherShape, OK]]);
add('data of another shape, strict', [[lies.otherShape, ends.MISSHAPEN]], {
  options: { validation: 'strict' },
});
add('200 levels', [[lies.deep, unreadable('too_deep')]]);
add('200 levels beside the data', [[lies.deepBesides, unreadable('too_deep')]]);

for (const status of [301, 302, 303, 307, 308]) {
  add(`${status} to the same origin`, [[lies.redirect(status, 'here'), ends.redirected(status)]]);
  add(`${status} to another origin`, [[lies.redirect(status, 'elsewhere'), ends.redirected(status)]]);
}
add('302 to nowhere', [[lies.redirect(302, 'nowhere'), ends.redirected(302)]]);
add('304', [[lies.redirect(304, 'nowhere'), ends.redirected(304)]]);
add('103 before 200', [[lies.earlyHints, OK]]);
add('201', [[lies.success(201), OK]]);
add('202', [[lies.success(202), OK]]);
add('204 with a body', [[lies.bodyOf204, withoutData('empty_body', 204)]]);
add('205 with a body', [[lies.success(205), withoutData('empty_body', 205)]]);

for (const status of [408, 429, 500, 502, 503, 504]) both(String(status), lies.says(status), no(status));
for (const status of [408, 500, 502, 503, 504])
  both(`${status} after it was done`, lies.saysAfterApplying(status), no(status));
for (const status of [400, 403, 404, 409, 418, 422, 501])
  add(String(status), [[lies.says(status), no(status)]]);
both('502, a page', lies.badGateway, no(502));
add('400, 5 MB', [[lies.fiveMegabytes(400), no(400)]]);
add('400, 5 MB, too long', [[lies.fiveMegabytes(400), no(400)]], { options: { maxBodyBytes: 1 << 20 } });
both('500, 5 MB', lies.fiveMegabytes(500), no(500));

/** @param {number} ms */
const date = (ms) => () => ({ 'retry-after': new Date(Date.now() + ms).toUTCString() });
/** @param {string} name @param {Record<string, string> | (() => Record<string, string>)} headers @param {Partial<End>} more */
const after = (name, headers, more) => both(`429, ${name}`, lies.says(429, headers), no(429, more));
after('after 0 s', { 'retry-after': '0' }, { wait: [0, 0], retryAfterMs: 0 });
after('after 1 s', { 'retry-after': '1' }, { wait: [1000, 1000], retryAfterMs: 1000 });
after('after a fraction of a second', { 'retry-after': '0.25' }, { wait: [250, 250], retryAfterMs: 250 });
after('after 80 ms', { 'retry-after-ms': '80', 'retry-after': '9' }, { wait: [80, 80], retryAfterMs: 80 });
// A date has whole seconds.
after('after a date', date(1900), { wait: [300, 1900] });
// A clock that is wrong says nothing.
after('after a date in the past', date(-86_400_000), {});
after('after "soon"', { 'retry-after': 'soon' }, {});
after('after -1 s', { 'retry-after': '-1' }, {});
for (const [name, headers, more] of /** @type {const} */ ([
  ['after 90 s', { 'retry-after': '90' }, { retryAfterMs: 90_000 }],
  ['after a day in ms', { 'retry-after-ms': '86400000' }, { retryAfterMs: 86_400_000 }],
  ['after a date next year', date(365 * 86_400_000), {}],
])) {
  add(`429, ${name}: too long`, [[lies.says(429, headers), no(429, more)]], { most: 0 });
}
add(
  '503, after 90 s: too long',
  [[lies.says(503, { 'retry-after': '90' }), no(503, { retryAfterMs: 90_000 })]],
  { most: 0 },
);
both(
  '503, after 1 s',
  lies.says(503, { 'retry-after': '1' }),
  no(503, { wait: [1000, 1000], retryAfterMs: 1000 }),
);

both('401', lies.says(401), no(401));
both('401, the token from a function', lies.says(401), no(401), { renews: true });

add('a duplicate at once', [[lies.duplicate, ends.DUPLICATE]]);
add('a duplicate after 429', [
  [lies.says(429), no(429)],
  [lies.duplicate, ends.DUPLICATE],
]);
const inDoubt = /** @type {Step} */ ([lies.resetAfterApplying, LOST]);
const notDone = /** @type {Step} */ ([lies.resetBeforeApplying, LOST]);
const repeated = /** @type {Step} */ ([lies.duplicate, no(400)]);
const wrong = /** @type {Step} */ ([lies.says(400), no(400)]);
add('done and lost, then a duplicate, found', [inDoubt, repeated]);
add('done and lost, then another 400, found', [inDoubt, wrong]);
add('done and lost, then a duplicate, listing 500', [inDoubt, repeated], { listing: lies.says(500) });
add('done and lost, then a duplicate, listing a page', [inDoubt, repeated], { listing: lies.pageForAll });
add('done and lost, then a duplicate, listing reset', [inDoubt, repeated], { listing: lies.resetUnread });
add('done and lost, then a duplicate, listing silent', [inDoubt, repeated], {
  listing: lies.stallBeforeApplying,
  ...HURRIED,
});
add('not done and lost, then a duplicate, not found', [notDone, repeated]);
add('not done and lost, then another 400, not found', [notDone, wrong]);

for (const [name, first] of /** @type {const} */ ([
  ['done and lost', inDoubt],
  ['503', [lies.says(503), no(503)]],
  ['429', [lies.says(429), no(429)]],
])) {
  for (const status of [404, 409, 403])
    add(`${name}, then ${status}`, [first, [lies.says(status), no(status)]]);
  add(`${name}, then refused`, [first, [lies.refused, NOT_CONNECTED]]);
}
add('refused, then 400', [[lies.refused, NOT_CONNECTED], wrong]);
add('done and lost, then 429', [inDoubt, [lies.says(429), no(429)]]);
add('429, then a login page', [
  [lies.says(429), no(429)],
  [lies.loginPage, unreadable('not_json')],
]);
add('503, then done with a body cut', [
  [lies.says(503), no(503)],
  [lies.cutJson, unreadable('truncated_json')],
]);

const KEY = 'cGFnZT0y';
const seen = (/** @type {import('./server.mjs').Exchange} */ { request }) =>
  new URLSearchParams(request.query).get('pageKey');
/** @param {string} name @param {Parameters<typeof lies.metaOf>[0]} meta @param {End} end */
const pages = (name, meta, end) => add(`next: ${name}`, [[lies.metaOf(meta), end]], { all: true });
pages('relative', (exchange) => (seen(exchange) ? {} : { next: `/v1/elsewhere?pageKey=${KEY}` }), {
  ...OK,
  requests: 2,
});
pages(
  'foreign',
  (exchange) => (seen(exchange) ? {} : { next: `${exchange.elsewhere}/v1/x?pageKey=${KEY}` }),
  { ...OK, requests: 2 },
);
pages('empty', () => ({ next: '' }), { ...OK, requests: 1 });
pages('repeated', () => ({ next: `?pageKey=${KEY}` }), ends.lost('repeated_page_key', { requests: 2 }));
pages(
  'back and forth',
  (exchange) => ({ next: `?pageKey=${seen(exchange) === KEY ? 'cGFnZT0z' : KEY}` }),
  ends.lost('repeated_page_key', { requests: 3 }),
);
pages(
  'without a key',
  () => ({ next: '/v1/search/conversations?page=2' }),
  ends.lost('no_page_key', { requests: 1, status: 200 }),
);
pages('an empty key', () => ({ next: '?pageKey=' }), ends.lost('no_page_key', { requests: 1, status: 200 }));
pages('a number', () => ({ next: 7 }), ends.lost('no_page_key', { requests: 1, status: 200 }));
