// @ts-check
// Webhooks: a request in, Dixa's event out. Who signed it, and what it says, is decided in its wasm.

import { ask } from './engine.mjs';
import { ConfigurationError, DecodeError, DixaError, ResponseValidationError } from './errors.mjs';
import { checkEach, misconfigured, of } from './options.mjs';
import { report } from './telling.mjs';
import { bodyOf } from './webhook-body.mjs';

const OPERATION = 'verifyWebhook';

/** What every error has that is thrown here: nothing is asked of Dixa. */
const FACTS = { operation: OPERATION, outcome: 'not_sent', retryable: false };

/** Not Dixa's, as far as can be seen. `code` says why: for the receiver, not for who sent it. */
export class WebhookVerificationError extends DixaError {
  static get name() {
    return 'WebhookVerificationError';
  }
}

/** By the names that wasm gives (`src/bindings/webhooks.rs`). @type {Record<string, typeof WebhookVerificationError>} */
const CLASSES = { ConfigurationError, DecodeError, ResponseValidationError, WebhookVerificationError };

/** What an option must be; `headers`, `body` and `secret` are looked at apart. @type {Record<string, import('./options.mjs').Option>} */
const OPTIONS = {
  secret: () => undefined,
  toleranceMs: { kind: 'milliseconds' },
  now: { kind: 'function' },
  maxBodyBytes: { kind: 'count' },
  validation: { kind: 'oneOf', values: ['warn', 'strict', 'off'] },
  onIssue: { kind: 'function' },
  logger: { kind: 'logger' },
};

/** What was logged already. @type {Set<string>} */
const told = new Set();

/**
 * Verifies a request of Dixa's and gives its event.
 * @param {any} first a `Request`, or all in one object
 * @param {any} [second] the options, beside a `Request`
 */
export async function verifyWebhook(first, second) {
  const isRequest = typeof first?.arrayBuffer === 'function';
  const options = checked(isRequest ? second : first, isRequest ? [] : ['headers', 'body']);
  const { now = Date.now, toleranceMs = 300_000, validation = 'warn' } = options;
  const secrets = secretsOf(options.secret);
  const signature = header(first.headers, 'x-dixa-signature');
  const subscriptionId = header(first.headers, 'x-dixa-subscription-id');
  const body = await bodyOf(first, isRequest, options.maxBodyBytes ?? 16 * 1024 * 1024, {
    refused: (code, message, cause) =>
      new WebhookVerificationError(`${OPERATION}: ${message}`, { code, ...FACTS }, { cause }),
    misused: (message) => misconfigured('invalid_body', message, OPERATION),
  });
  const received = ask(
    (wasm) => wasm.receiveWebhook(signature, body, secrets, now(), toleranceMs, validation),
    FACTS,
  );
  const { class: name, message, event, issues: found, ...facts } = JSON.parse(received);
  const issues = found?.map((/** @type {object} */ issue) => ({ operation: OPERATION, ...issue }));
  if (name) {
    const hidden = name === 'DecodeError' ? { body: new TextDecoder().decode(body) } : { data: event };
    throw new CLASSES[name](`${OPERATION}: ${message}`, { ...facts, ...FACTS, issues }, hidden);
  }
  report(issues, options, told, 'event');
  return { event, ...(subscriptionId !== undefined && { subscriptionId }), issues };
}

/**
 * Checks what was given.
 * @param {any} given
 * @param {string[]} more what it has besides options
 */
function checked(given, more) {
  const takes = 'it takes a Request and { secret }, or { headers, body, secret }';
  if (typeof given !== 'object' || given === null) throw misconfigured('invalid_option', takes, OPERATION);
  const own = of(OPTIONS);
  return checkEach(
    given,
    (name) => (more.includes(name) ? () => undefined : own(name)),
    OPERATION,
    (name) => `there is no option ${JSON.stringify(name)}; ${takes}`,
  );
}

/**
 * @param {unknown} given
 * @returns {string[]} wasm says whether they are hexadecimal
 */
function secretsOf(given) {
  const secrets = Array.isArray(given) ? given : [given];
  if (secrets.length === 0 || secrets.some((secret) => typeof secret !== 'string'))
    throw misconfigured(
      'invalid_secret',
      "secret must be the webhook's secretKey, or an array with at least one",
      OPERATION,
    );
  return secrets;
}

/**
 * The value of a header; of several, all of them, as HTTP joins them.
 * @param {any} headers
 * @param {string} wanted in lower case
 * @returns {string | undefined}
 */
function header(headers, wanted) {
  if (typeof headers !== 'object' || headers === null)
    throw misconfigured('invalid_option', 'headers must be Headers, or an object of strings', OPERATION);
  if (typeof headers.get === 'function') return headers.get(wanted) ?? undefined;
  const values = Object.entries(headers).flatMap(([name, value]) =>
    name.toLowerCase() === wanted ? (value ?? []) : [],
  );
  return values.length === 0 ? undefined : values.join(', ');
}
