// The types of `dixa-conversations/proxy`. Operations and their ids are generated.

/** What a page asks for: the operation, and all that is sent with it. */
export type ProxiedCall<Name extends OperationName = OperationName> = {
    [Each in Name]: {
        /** The operation. */
        operation: Each;
        /** The ids in its path, each written in one way only: no leading zeros, UUIDs in lower case. */
        ids: OperationIds[Each];
        /** Its query, decoded. */
        query: Record<string, string>;
        /** Its body as it is sent, parsed; not checked. `undefined` where there is none. */
        body: unknown;
    };
}[Name];

/** What failed, told to `onError`. */
export interface ProxyFailure {
    /** The `code` that the page is told, e.g. `proxy_no_answer`. */
    code: string;
    /** The operation, where it was known already. */
    operation: OperationName | undefined;
}

/** What a proxy may be told. */
export interface ProxyOptions<Name extends OperationName = OperationName> {
    /** The API token, or a function that gives it. A function's token is kept until Dixa refuses it (401); then it is asked once more. */
    token: string | (() => string | Promise<string>);
    /** How the token stands in the Authorization header. Default: `raw`, the token alone. */
    authScheme?: 'raw' | 'bearer' | undefined;
    /** Where Dixa's API is. Default: `https://dev.dixa.io`. */
    baseUrl?: string | undefined;
    /** The operations that pages may call. All others are refused with 403. */
    allow: readonly Name[];
    /**
     * Whether this user may do this: `true`, or `false` for a 403, or an answer of your own. It is asked for every
     * request that passed all checks, before anything is sent. The body of the request has been read: it is in `call`.
     * What it throws is a 500 without details.
     */
    authorize(
        request: Request,
        call: ProxiedCall<Name>,
    ): boolean | Response | Promise<boolean | Response>;
    /** The path that it stands under, e.g. `/api/dixa`. Default: none. */
    prefix?: string | undefined;
    /** Further origins whose pages may call, e.g. `https://www.example.com`. Default: only the proxy's own. */
    origins?: readonly string[] | undefined;
    /** The longest body of a request, in bytes. Default: 1 MiB. */
    maxBodyBytes?: number | undefined;
    /** How long Dixa may take until its answer begins, in milliseconds. Default: 20000. */
    timeoutMs?: number | undefined;
    /** Makes the requests to Dixa. Default: the global `fetch`. */
    fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
    /** Told what failed on this side: `authorize`, the token, the way to Dixa. Default: a line of `console.error`. */
    onError?: ((error: unknown, failure: ProxyFailure) => void) | undefined;
}

/**
 * Makes a handler that adds the token to what your own pages ask Dixa for. It lets through the operations it is told
 * to, as the client sends them, and refuses everything else. A mistake in the options is a `ConfigurationError`.
 */
export declare function createProxy<Name extends OperationName>(
    options: ProxyOptions<Name>,
): (request: Request) => Promise<Response>;
