// @ts-check
// createProxy: stands between a page and Dixa, and adds the token. What is sent is built anew from an operation of
// the table and from parts that were checked; nothing of the request's own path, method or headers is passed on.
// Not here: what a request must be (`proxy/route.mjs`, `proxy/request.mjs`), sending (`proxy/upstream.mjs`).

import { quietly } from './quietly.mjs';
import { readSettings } from './proxy/settings.mjs';
import { Refusal, aborted } from './proxy/refusal.mjs';
import { checkHeaders, checkOrigin, readBody } from './proxy/request.mjs';
import { matcher } from './proxy/route.mjs';
import { passOn, upstream } from './proxy/upstream.mjs';

/** @typedef {import('./proxy/route.mjs').Call} Call */

/**
 * Makes a proxy in front of Dixa for the pages of one's own site.
 * @param {unknown} given
 * @returns {(request: Request) => Promise<Response>}
 */
export function createProxy(given) {
  const settings = readSettings(given);
  const match = matcher(settings);
  const send = upstream(settings);

  /** @param {Request} request */
  return async function proxy(request) {
    /** @type {string | undefined} */
    let operation;
    try {
      const { route, call } = match(request);
      operation = call.operation;
      checkOrigin(request, settings.origins);
      checkHeaders(request, settings.maxBodyBytes);
      const body = await readBody(request, route, settings.maxBodyBytes);
      // Copies: what is sent is what was checked.
      const { ids, query } = call;
      const shown = { operation, ids: { ...ids }, query: { ...query }, body: body?.value };
      const denial = await authorized(request, shown);
      if (denial) return denial;
      return passOn(await send(request.signal, route, call, body?.text));
    } catch (thrown) {
      const refusal = thrown instanceof Refusal ? thrown : unforeseen(request, thrown);
      if (refusal.status >= 500) tell(refusal, operation);
      return refusal.response();
    }
  };

  /**
   * Asks the site whether its user may.
   * @param {Request} request
   * @param {Call} call
   * @returns {Promise<Response | undefined>} the site's own answer, where it gave one
   */
  async function authorized(request, call) {
    /** @type {any} */
    let said;
    try {
      said = await settings.authorize(request, call);
    } catch (cause) {
      throw new Refusal(500, 'proxy_authorize_failed', 'whether this is allowed could not be told', cause);
    }
    if (said === true) return undefined;
    // Not `instanceof`: a server may have a Response of its own.
    if (typeof said === 'object' && typeof said?.status === 'number' && said.headers) return said;
    throw new Refusal(403, 'proxy_not_authorized', `${call.operation} is not allowed here`);
  }

  /**
   * Tells the site what failed; the page is told that something did.
   * @param {Refusal} refusal
   * @param {string | undefined} operation
   */
  function tell(refusal, operation) {
    const { code, message } = refusal;
    quietly(() =>
      settings.onError
        ? settings.onError(refusal.cause ?? refusal, { code, operation })
        : console.error(`dixa-conversations/proxy: ${operation ?? 'a request'}: ${message} (${code})`),
    );
  }
}

/**
 * @param {Request} request
 * @param {unknown} cause
 */
function unforeseen({ signal }, cause) {
  return signal?.aborted ? aborted() : new Refusal(500, 'proxy_failed', 'the proxy failed', cause);
}
