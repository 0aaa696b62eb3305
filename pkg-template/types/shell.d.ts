// The types of the shell: what a call returns, what hooks are told, errors.

/** Where issues and debugging lines are told. */
export interface Logger {
    /** A line for each attempt, answer and retry. */
    debug?: ((message: string) => void) | undefined;
    /** A line for each issue that there is no `onIssue` for, and for each hook that failed. */
    warn?: ((message: string) => void) | undefined;
}

/** How often a client may ask. */
export interface RateLimit {
    /** Requests a second, in the long run. */
    requestsPerSecond: number;
    /** Most requests at once. */
    burst: number;
}

/** An attempt is about to be sent. */
export interface RequestEvent {
    /** The method that was called. */
    operation: string;
    /** Its number, from 1. */
    attempt: number;
}

/** The head of an answer is there. */
export interface ResponseEvent {
    /** The method that was called. */
    operation: string;
    /** The attempt that it answers. */
    attempt: number;
    /** The HTTP status. */
    status: number;
}

/** Another attempt follows. */
export interface RetryEvent {
    /** The method that was called. */
    operation: string;
    /** The attempt that failed. */
    attempt: number;
    /** The wait before the next, in milliseconds. */
    waitMs: number;
    /** The `code` of the error that the attempt failed with. */
    code: string;
}

/** Something about an answer, or about what was given, that is not as the models say. */
export interface Issue {
    /** The method that was called. */
    operation: string;
    /** Where, e.g. `$.data[3].attributes.from.email`. Keys that are data read `[*]`. */
    path: string;
    /** What the models say. */
    expected: string;
    /** What was there. */
    got: string;
    /** `error`: a departure from the models. `info`: something that they do not know yet. */
    severity: 'error' | 'info';
    /** All of it in a sentence. */
    message: string;
}

/** A request to the rest of Dixa's API. */
export interface ApiRequest {
    /** The HTTP method. */
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    /**
     * The path below `baseUrl`, from its slash on: `/v1/agents`. Percent-encode what you put into it
     * (`encodeURIComponent`). One that leads elsewhere is refused: `//`, `..`, `?`, `#`, a backslash.
     */
    path: string;
    /** Query parameters; undefined and null ones are left out. */
    query?: Record<string, string | number | bigint | boolean | Date | null | undefined> | undefined;
    /** The body, sent as JSON. A GET has none. */
    body?: unknown;
}

/** An answer's data with what came around it. */
export interface ApiResponse<T> {
    /** What the call itself resolves to. */
    data: T;
    /** `meta` of the envelope, as it came. */
    meta: unknown;
    /** The HTTP status. */
    status: number;
    /** The answer's headers. */
    headers: Headers;
    /** The server's id of the request, where it gave one. */
    requestId?: string;
    /** How many attempts it took. */
    attempts: number;
    /** What was found out of order. */
    issues: Issue[];
}

/** A promise of an answer's data. */
export interface ApiPromise<T> extends Promise<T> {
    /** The data with what came around it. */
    withResponse(): Promise<ApiResponse<T>>;
}

/** A page. It is plain data, but for `next`. */
export interface Page<T> {
    /** What is on it. */
    items: T[];
    /** Give it back as `pageKey`. Absent on the last page. */
    nextPageKey?: string;
    /** Whether another page follows. */
    hasNextPage: boolean;
    /** The page after; `undefined` after the last. Not enumerable: it is not part of the data. */
    next(): Promise<Page<T> | undefined>;
}

/** A promise of the first page, and an iterable of the items of all pages. */
export interface PagePromise<T> extends ApiPromise<Page<T>> {
    /** The items of all pages, for `for await`. */
    [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined>;
    /** The pages, one after the other. Three empty ones in a row are the end. */
    pages(): AsyncGenerator<Page<T>, void, undefined>;
    /** The first items, of as many pages as it takes. */
    toArray(options: {
        /** Most items to collect: 10,000 at most. */
        limit: number;
    }): Promise<T[]>;
}

/** Did it happen? Nothing was sent; the server said no; it happened; nobody can tell. */
export type Outcome = 'not_sent' | 'rejected' | 'applied' | 'unknown';

/** Every error of this package. */
export declare class DixaError extends Error {
    protected constructor();
    /** Stable; the message is not. */
    readonly code: string;
    /** Did it happen? */
    readonly outcome: Outcome;
    /** The method that was called. */
    readonly operation?: string;
    /** HTTP method. */
    readonly method?: string;
    /** Path without its ids filled in. Of `request`, whatever is no plain word or version reads `{}`. */
    readonly path?: string;
    /** HTTP status, where there was an answer. */
    readonly status?: number;
    /** The server's id of the request, where it gave one. */
    readonly requestId?: string;
    /** How many attempts were sent. */
    readonly attempts?: number;
    /** Whether the same call may be made again as it is. */
    readonly retryable: boolean;
    /** How long the server asks to wait, in milliseconds. */
    readonly retryAfterMs?: number;
    /** The answer's headers. Not enumerable, as all that follow. */
    get headers(): Headers | undefined;
    /** The answer's body: parsed when it is JSON, else its text. */
    get body(): unknown;
    /** The data of an answer that came, where it could be read. */
    get data(): unknown;
    /** What was thrown underneath. */
    get cause(): unknown;
    /** What is enumerable, with `name` and `message`. */
    toJSON(): Record<string, unknown>;
}

/** Whether a thrown value is an error of this package, of whatever build or realm. */
export declare function isDixaError(value: unknown): value is DixaError;

/** Dixa said no. */
export declare class ApiError extends DixaError {
    readonly status: number;
}
/** 400. `code` is `duplicate_external_id` where Dixa says so. */
export declare class BadRequestError extends ApiError {}
/** 401. */
export declare class AuthenticationError extends ApiError {}
/** 403. */
export declare class PermissionDeniedError extends ApiError {}
/** 404. */
export declare class NotFoundError extends ApiError {}
/** 409. */
export declare class ConflictError extends ApiError {}
/** 422. */
export declare class UnprocessableEntityError extends ApiError {}
/** 429. */
export declare class RateLimitError extends ApiError {}
/** 5xx. */
export declare class ServerError extends ApiError {}
/** No answer, or one that broke off. */
export declare class ConnectionError extends DixaError {}
/** Too late. */
export declare class TimeoutError extends DixaError {
    /** What was waited for. */
    readonly phase: 'token' | 'headers' | 'body' | 'total';
}
/** The caller's signal ended the call; `cause` is its reason. */
export declare class AbortError extends DixaError {}
/** What was given does not fit the models; nothing was sent. */
export declare class RequestValidationError extends DixaError {
    /** The first 100. */
    readonly issues: Issue[];
    /** How many there were. */
    readonly issueCount: number;
}
/** What came does not fit the models, and `validation` is `strict`. `data` holds it. */
export declare class ResponseValidationError extends DixaError {
    /** The first 100. */
    readonly issues: Issue[];
    /** How many there were. */
    readonly issueCount: number;
}
/** What came cannot be read: no JSON, not whole, too long, no `data`. */
export declare class DecodeError extends DixaError {}
/** The pages do not lead on. */
export declare class PaginationError extends DixaError {}
/** The client, or a call, was set up with something that cannot be. */
export declare class ConfigurationError extends DixaError {}
/**
 * WebAssembly cannot run here (`code` is `wasm_blocked`), and the message says what cures it; or the module cannot be
 * loaded (`load_failed`), say because of what `preload` was given. The next call tries again.
 */
export declare class RuntimeUnsupportedError extends DixaError {}
/** A fault of this package. The next call works on a fresh instance. */
export declare class InternalError extends DixaError {}

/** A compiled `WebAssembly.Module`: an object without members, for which Node's own types have no name. */
export type WasmModule = object;

/** Loads the module now instead of at the first call. `source`: the module, its bytes, a response or a URL. */
export declare function preload(
    source?: WasmModule | ArrayBuffer | ArrayBufferView | Response | Promise<Response> | URL | string,
): Promise<void>;
