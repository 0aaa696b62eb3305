// @ts-check
// The webhooks of a sandbox: who is told, how often and in which order. What there is to tell, and its signature,
// is made in wasm.

import { ask } from './engine.mjs';
import { checkEach, misconfigured, of } from './options.mjs';

const OPERATION = 'onWebhook';
const FACTS = { operation: OPERATION, outcome: 'not_sent', retryable: false };

/** The secret that signs unless another is named. */
export const SANDBOX_WEBHOOK_SECRET = 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90';

/** @typedef {(request: Request) => Response | Promise<Response>} Handler */
/** @typedef {{ event_id: string, event_fqn: string }} Event */
/** @typedef {{ event: Event, attempt: number, status?: number, error?: unknown }} Delivery */
/** @typedef {{ handler: Handler, url: string, secret: string, subscriptionId: string, events?: string[], deliveries: number, retries: number, concurrency: number, random?: () => number }} Options */

/** `events` and `shuffle` are looked at apart. @type {Record<string, import('./options.mjs').Option>} */
const OPTIONS = {
  secret: { kind: 'text' },
  url: (value) => !URL.canParse(value) && 'an address with its host, e.g. http://127.0.0.1:8787/webhooks',
  subscriptionId: { kind: 'text' },
  deliveries: { kind: 'count' },
  retries: { kind: 'count' },
  concurrency: { kind: 'count' },
  events: () => undefined,
  shuffle: () => undefined,
};

/** Everybody who is told. */
export class Webhooks {
  /** @type {Set<Subscriber>} */
  #subscribers = new Set();
  /** @type {Delivery[]} */
  deliveries = [];

  /**
   * @param {Handler} handler
   * @param {any} given
   * @param {() => number} now
   * @returns {() => void} ends it
   */
  add(handler, given, now) {
    const subscriber = new Subscriber(checked(handler, given), now, (delivery) =>
      this.deliveries.push(delivery),
    );
    this.#subscribers.add(subscriber);
    return () => {
      this.#subscribers.delete(subscriber);
      subscriber.forget();
    };
  }

  /** @param {Event[]} events */
  tell(events) {
    if (events.length > 0) this.#subscribers.forEach((subscriber) => subscriber.tell(events));
  }

  /** Forgets what was told and what is still to be told. */
  clear() {
    this.deliveries.length = 0;
    this.#subscribers.forEach((subscriber) => subscriber.forget());
  }

  /** Waits until all is told. */
  async settled() {
    const busy = () => [...this.#subscribers].flatMap(({ workers }) => [...workers]);
    while (busy().length > 0) await Promise.all(busy());
    const failures = [...this.#subscribers].flatMap((subscriber) => subscriber.failures.splice(0));
    if (failures.length > 0) throw failures[0];
  }
}

class Subscriber {
  /** @type {{ event: Event, body: string, attempt: number }[]} */
  #queue = [];
  /** What the handler threw at the last of its attempts. @type {unknown[]} */
  failures = [];
  /** @type {Set<Promise<void>>} */
  workers = new Set();
  #options;
  #now;
  #delivered;

  /**
   * @param {Options} options
   * @param {() => number} now
   * @param {(delivery: Delivery) => void} delivered
   */
  constructor(options, now, delivered) {
    this.#options = options;
    this.#now = now;
    this.#delivered = delivered;
  }

  forget() {
    this.#queue = [];
    this.failures = [];
  }

  /** @param {Event[]} events */
  tell(events) {
    const { events: wanted, deliveries, concurrency } = this.#options;
    for (const event of events) {
      if (wanted && !wanted.includes(event.event_fqn)) continue;
      const body = JSON.stringify(event);
      for (let copy = 0; copy < deliveries; copy++) this.#queue.push({ event, body, attempt: 1 });
    }
    while (this.workers.size < Math.min(concurrency, this.#queue.length)) {
      const worker = this.#work(() => this.workers.delete(worker));
      this.workers.add(worker);
    }
  }

  /** @param {() => void} leave */
  async #work(leave) {
    // Whoever changes something first goes on with it.
    await undefined;
    try {
      while (this.#queue.length > 0) {
        const { random } = this.#options;
        const [next] = this.#queue.splice(random ? Math.floor(random() * this.#queue.length) : 0, 1);
        await this.#deliver(next);
      }
    } finally {
      // With the look that found nothing: what comes a moment later needs another worker.
      leave();
    }
  }

  /** @param {{ event: Event, body: string, attempt: number }} next */
  async #deliver({ event, body, attempt }) {
    const { handler, url, secret, subscriptionId, retries } = this.#options;
    const signature = ask((wasm) => wasm.sandboxSign(secret, this.#now(), body), FACTS) ?? '';
    const request = new Request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-dixa-signature': signature,
        'x-dixa-subscription-id': subscriptionId,
      },
      body,
    });
    /** @type {Delivery} */
    const delivery = { event, attempt };
    try {
      const { status } = await handler(request);
      delivery.status = status;
    } catch (error) {
      delivery.error = error;
    }
    this.#delivered(delivery);
    if (delivery.status !== undefined && delivery.status >= 200 && delivery.status < 300) return;
    if (attempt <= retries) this.#queue.push({ event, body, attempt: attempt + 1 });
    else if ('error' in delivery) this.failures.push(delivery.error);
  }
}

/**
 * @param {Handler} handler
 * @param {any} given
 * @returns {Options}
 */
function checked(handler, given) {
  if (typeof handler !== 'function')
    throw misconfigured('invalid_option', 'the handler must be a function that takes a Request', OPERATION);
  const {
    secret = SANDBOX_WEBHOOK_SECRET,
    url = 'https://webhooks.localhost/dixa',
    subscriptionId = '5e1f7c1a-0d0c-4a3e-9b6f-2c8d7e6f5a4b',
    events,
    deliveries = 1,
    retries = 2,
    concurrency = 1,
    shuffle = false,
  } = checkEach(given, of(OPTIONS), OPERATION);
  if (ask((wasm) => wasm.sandboxSign(secret, 0, ''), FACTS) === undefined)
    throw misconfigured('invalid_secret', 'secret must be hexadecimal, two digits a byte', OPERATION);
  if (events !== undefined) {
    const wrong = Array.isArray(events)
      ? events.find((name) => !ask((wasm) => wasm.sandboxTells(String(name)), FACTS))
      : events;
    if (wrong !== undefined)
      throw misconfigured(
        'invalid_option',
        'events must be an array of names such as CONVERSATION_MESSAGE_ADDED',
        OPERATION,
      );
  }
  if (typeof shuffle !== 'boolean' && !Number.isInteger(shuffle))
    throw misconfigured('invalid_option', 'shuffle must be true, false or a whole number', OPERATION);
  const random = shuffle === false ? undefined : dice(shuffle === true ? 1 : shuffle);
  return {
    handler,
    secret,
    url,
    subscriptionId,
    events,
    deliveries,
    retries,
    concurrency: Math.max(1, concurrency),
    ...(random && { random }),
  };
}

/**
 * Numbers from 0 to 1, the same for the same seed (mulberry32).
 * @param {number} seed
 */
function dice(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
