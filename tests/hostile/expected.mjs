// @ts-check
// What a cell has to come to: the ends of its attempts, one after the other, under the rules of the
// design's «Replay safety» and «Settled points».

/**
 * @typedef {import('./ends.mjs').End} End
 * @typedef {import('./ends.mjs').Outcome} Outcome
 * @typedef {import('./faults.mjs').Fault} Fault
 * @typedef {import('./cases.mjs').Case} Case
 * @typedef {object} Expected
 * @property {End} [end] of the error; absent: a success
 * @property {Outcome} [outcome]
 * @property {boolean} [retryable]
 * @property {number} attempts
 * @property {number} requests that arrive
 * @property {number} slams connections that are reset before they are read
 * @property {(readonly [number, number])[]} waits
 */

/** What is surer than what: after an attempt of unknown outcome no later refusal says that nothing happened. */
const WEIGHT = { not_sent: 0, rejected: 1, unknown: 2, applied: 3 };

/** "min(8 s, 0.5 s * 2^n) * (1 - rand * 0.25)" @param {number} retry @returns {[number, number]} */
const backoff = (retry) => [375 * 2 ** retry, 500 * 2 ** retry];

/** @param {Outcome | undefined} earlier @param {Outcome} own @returns {Outcome} */
const stronger = (earlier, own) => (earlier && WEIGHT[earlier] > WEIGHT[own] ? earlier : own);

/**
 * @param {Fault} fault
 * @param {Case} one
 * @returns {Expected}
 */
export function expected(fault, one) {
  /** @type {Expected} */
  const so = { attempts: 0, requests: 0, slams: 0, waits: [] };
  /** @type {Outcome | undefined} */
  let earlier;
  let [landed, renewed, retries] = [false, false, 0];
  for (;;) {
    const step = fault.steps[Math.min(so.attempts, fault.steps.length - 1)];
    const [lie, given] = step ?? [];
    if (!lie || !given) throw new Error('a fault without steps');
    so.attempts++;
    if (lie.door === 'slammed') so.slams++;
    else if (lie.door !== 'refused') so.requests++;
    let end = endOf(given, one);
    // The API refuses a key that it knows.
    if (!given.error && one.replay === 'message' && landed)
      end = { ...given, error: 'BadRequestError', code: 'bad_request', status: 400, write: 'rejected' };
    if (lie.applies) landed = true;
    if (!end.error) {
      if (fault.all && one.paged) so.requests = end.requests ?? 1;
      return so;
    }
    // Nobody else knows a key that was made up: this attempt was sent twice on its way, and may have landed.
    if (end.code === 'duplicate_external_id' && one.isKeyMadeUp) {
      end = { ...end, write: 'unknown' };
      earlier = 'unknown';
    }
    // "After an attempt of unknown outcome any 400 on the retry triggers one listMessages."
    if (one.replay === 'message' && earlier === 'unknown' && end.status === 400) {
      so.requests++;
      if (landed && fault.listing.honest) return so;
    }
    const outcome = outcomeOf(end, one, earlier);
    const mayRenew = end.status === 401 && fault.renews && !renewed;
    const again = end.again.includes(one.replay);
    if (mayRenew) {
      // At once, told like any other attempt that follows, and in no count of retries.
      renewed = true;
      so.waits.push([0, 0]);
    } else if (!again || retries === fault.most) {
      if (fault.all && one.paged) so.requests = end.requests ?? so.requests;
      return { ...so, end, outcome, retryable: again };
    } else {
      so.waits.push(end.wait ?? backoff(retries));
      retries++;
    }
    earlier = one.replay === 'read' ? outcome : stronger(earlier, outcome);
  }
}

/** @param {End} end @param {Case} one @returns {End} */
function endOf(end, one) {
  const { pagedOnly, afterNothing, ...own } = end;
  const success = { ...end, error: undefined };
  if (pagedOnly && !one.paged) return success;
  // What an operation answers that answers nothing can be of any shape.
  if (afterNothing && one.good.body === '') return success;
  if (own.code === 'duplicate_external_id' && one.operation !== 'addMessage')
    return { ...own, code: 'bad_request' };
  return own;
}

/** @param {End} end @param {Case} one @param {Outcome | undefined} earlier @returns {Outcome} */
function outcomeOf(end, one, earlier) {
  // "Nothing was sent" can only be said when nothing was.
  if (one.replay === 'read') return end.read === 'not_sent' ? (earlier ?? 'not_sent') : end.read;
  // "A 404 or 409 on a retry is thrown with outcome 'unknown': the first attempt may have been the cause." It
  // may have been if it may have landed, and then no later refusal takes that back.
  return stronger(earlier, end.write);
}
