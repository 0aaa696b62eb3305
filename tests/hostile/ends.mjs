// @ts-check
// How one attempt has to end, by the design's «Errors», «Replay safety» and «Settled points»: the error,
// what it says about the effect, and who may send the request again. Written from there, not from the code.

/**
 * @typedef {import('./cases.mjs').Replay} Replay
 * @typedef {'not_sent' | 'rejected' | 'applied' | 'unknown'} Outcome
 * @typedef {object} End
 * @property {string} [error] class; absent: the call succeeds
 * @property {string} [code]
 * @property {number} [status]
 * @property {string} [phase]
 * @property {Outcome} read what a read says
 * @property {Outcome} write what a write says
 * @property {readonly Replay[]} again who may send it again
 * @property {boolean} [afterNothing] an operation whose answer holds nothing has to take this for an answer
 * @property {boolean} [pagedOnly] it concerns operations with pages; others take no notice
 * @property {number} [requests] of an operation with pages that succeeds
 * @property {readonly [number, number]} [wait] what the server asked to wait, in milliseconds
 * @property {number} [retryAfterMs]
 * @property {number} [attempts] where the error is not that of one call
 */

/** "Reads, and writes that set a state", and a message with a key: after network errors, timeouts, 408, 429, 5xx. */
const REPEATABLE = /** @type {const} */ (['read', 'state', 'message']);
/** "The others only on 429", which says that nothing was done. Never: "transferConversation and a forced claim". */
const REFUSED = /** @type {const} */ ([...REPEATABLE, 'create']);
const NOBODY = /** @type {const} */ ([]);

/** It worked. @type {End} */
export const OK = { read: 'applied', write: 'applied', again: NOBODY };

/**
 * "A refused connection that the runtime can tell apart: not_sent." What was never sent is not done twice by
 * sending it, whatever it is.
 * @type {End}
 */
export const NOT_CONNECTED = {
  error: 'ConnectionError',
  code: 'not_connected',
  read: 'not_sent',
  write: 'not_sent',
  again: REFUSED,
};

/** "5xx, reset, timeout, a lost answer: unknown." @type {End} */
export const LOST = {
  error: 'ConnectionError',
  code: 'connection_lost',
  read: 'unknown',
  write: 'unknown',
  again: REPEATABLE,
};

/** @param {'headers' | 'body' | 'total'} phase @returns {End} */
export const tooLate = (phase) => ({
  error: 'TimeoutError',
  code: 'timeout',
  phase,
  read: 'unknown',
  write: 'unknown',
  again: REPEATABLE,
});

/**
 * "A body that ends before its declared length or breaks off is a ConnectionError, retried for reads; after a
 * 2xx write 'applied'"; "Reads that failed: 'rejected' when an answer said so, else 'unknown'": this one said 200.
 * @type {End}
 */
export const BODY_LOST = {
  error: 'ConnectionError',
  code: 'body_lost',
  status: 200,
  read: 'unknown',
  write: 'applied',
  again: ['read'],
};

/**
 * "A complete body that is not JSON is a DecodeError, not retried. After a 2xx write 'applied'." A read got an
 * answer, and it was none: 'rejected'.
 * @param {string} code
 * @param {number} [status]
 * @returns {End}
 */
export const unreadable = (code, status = 200) => ({
  error: 'DecodeError',
  code,
  status,
  read: 'rejected',
  write: 'applied',
  again: NOBODY,
});

/** As `unreadable`, but that an operation whose answer holds nothing misses nothing here. @param {string} code @param {number} [status] @returns {End} */
export const withoutData = (code, status) => ({ ...unreadable(code, status), afterNothing: true });

/** "Under 'strict' an issue throws ResponseValidationError." @type {End} */
export const MISSHAPEN = {
  error: 'ResponseValidationError',
  code: 'invalid_response',
  status: 200,
  read: 'rejected',
  write: 'applied',
  again: NOBODY,
  afterNothing: true,
};

/** "A 3xx or opaque answer is a ConnectionError." Whether a write was done before, nobody knows. @param {number} status @returns {End} */
export const redirected = (status) => ({
  error: 'ConnectionError',
  code: 'redirect_refused',
  status,
  read: 'rejected',
  write: 'unknown',
  again: NOBODY,
});

/** "A next without a key, and a key seen before, throw PaginationError." @param {string} code @param {Partial<End>} more @returns {End} */
export const lost = (code, more) => ({
  error: 'PaginationError',
  code,
  read: 'rejected',
  write: 'rejected',
  again: NOBODY,
  pagedOnly: true,
  ...more,
});

/** @type {Record<number, [string, string]>} */
const ERRORS = {
  400: ['BadRequestError', 'bad_request'],
  401: ['AuthenticationError', 'unauthorized'],
  403: ['PermissionDeniedError', 'permission_denied'],
  404: ['NotFoundError', 'not_found'],
  408: ['ApiError', 'request_timeout'],
  409: ['ConflictError', 'conflict'],
  418: ['ApiError', 'unexpected_status'],
  422: ['UnprocessableEntityError', 'unprocessable_entity'],
  429: ['RateLimitError', 'rate_limited'],
};
const TRANSIENT = [408, 429, 500, 502, 503, 504];

/**
 * "4xx: 'rejected' (408: 'unknown'). 5xx: 'unknown' for writes. Reads: 'rejected' when an answer said so."
 * @param {number} status
 * @param {Partial<End>} [more]
 * @returns {End}
 */
export function no(status, more) {
  const [error, code] = ERRORS[status] ?? ['ServerError', 'server_error'];
  const again = status === 429 ? REFUSED : TRANSIENT.includes(status) ? REPEATABLE : NOBODY;
  const write = status === 408 || status >= 500 ? 'unknown' : 'rejected';
  return { error, code, status, read: 'rejected', write, again, ...more };
}

/** "On a first attempt a caller's duplicate is BadRequestError with code duplicate_external_id." */
export const DUPLICATE = no(400, { code: 'duplicate_external_id' });
