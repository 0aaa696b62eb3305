// The types of `dixa-conversations/webhooks`: what is verified and what comes of it. The events are generated.

import { DixaError, type Issue, type Logger } from './index.mjs';

/** How a delivery is verified. */
export interface WebhookOptions {
    /**
     * The webhook's `secretKey`, as Dixa shows it: hexadecimal. Or several, one of which signed it: the old and the
     * new one while they change, or those of all the webhooks that come here. `undefined`, as of an environment that
     * lacks it, is refused.
     */
    secret: string | readonly string[] | undefined;
    /** How far the signature's time may be from now, before or after, in milliseconds. Default: 300000, five minutes. */
    toleranceMs?: number | undefined;
    /** The clock, in milliseconds since 1970. Default: `Date.now`. */
    now?: (() => number) | undefined;
    /** Most bytes that the body may have. Default: 16 MiB. */
    maxBodyBytes?: number | undefined;
    /** How the event is held against the models, as answers are: `warn` reports, `strict` throws, `off` leaves it as it came. Default: `warn`. */
    validation?: 'warn' | 'strict' | 'off' | undefined;
    /** Told of each issue, and of news: unknown fields, values, events. */
    onIssue?: ((issue: Issue) => void) | undefined;
    /** Where issues are told without `onIssue`, each place once. Default: `console.warn`. */
    logger?: Logger | null | undefined;
}

/** A delivery, as a server that has no `Request` has it. */
export interface WebhookInput extends WebhookOptions {
    /** The request's headers: `Headers`, or Node's `request.headers`. */
    headers: Pick<Headers, 'get'> | Readonly<Record<string, string | readonly string[] | undefined>>;
    /** The body as it came, before anything parsed it. */
    body: string | ArrayBuffer | ArrayBufferView;
}

/** What was verified. */
export interface WebhookDelivery {
    /** What happened. */
    event: WebhookEvent;
    /** The header `X-DIXA-SUBSCRIPTION-ID`: which webhook Dixa sent it to. It is not signed. */
    subscriptionId?: string;
    /** What about the event is not as documented. */
    issues: Issue[];
}

/**
 * Verifies that Dixa sent a request, and gives its event. The body of a `Request` is read here.
 *
 * Dixa may send the same event more than once, and events come in any order: `event.event_id` tells them apart.
 *
 * Rejects with `WebhookVerificationError` when it is not Dixa's; answer that with one plain 401, whatever its
 * `code`. With `DecodeError` or, where `validation` is `strict`, `ResponseValidationError` when it is, but is no
 * event; with `ConfigurationError` when it was called wrongly.
 */
export declare function verifyWebhook(input: WebhookInput): Promise<WebhookDelivery>;
export declare function verifyWebhook(request: Request, options: WebhookOptions): Promise<WebhookDelivery>;

/**
 * Not Dixa's, as far as can be seen. `code` says why, for the receiver's log: `missing_signature`,
 * `malformed_signature`, `no_match` (another body, another header or another secret: nobody can tell which), `stale`
 * (signed, but too long ago or in the future), `body_too_large`, `body_broke_off`. Whoever sent it is not to be told.
 */
export declare class WebhookVerificationError extends DixaError {}
