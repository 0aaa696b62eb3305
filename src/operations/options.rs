//! The options of a client and of a single call, one entry each: name, kind, documentation. The
//! TypeScript and the check that names a wrong one follow from it.

/// Where an option may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// To the constructor.
    Client,
    /// To a call.
    Call,
    /// To both; a call's overrules the client's.
    Both,
}

/// What an option's value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// A string that is not empty, or a function.
    Token,
    /// A string.
    Text,
    /// A number of milliseconds, more than 0.
    Milliseconds,
    /// A whole number, 0 or more.
    Count,
    /// `true` or `false`.
    Flag,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// A function.
    Function,
    /// An object whose values are strings, or a function.
    Headers,
    /// An object.
    Object,
    /// `{ requestsPerSecond, burst }`, or `false`.
    RateLimit,
    /// `{ debug?, warn? }`, or `null`.
    Logger,
    /// An `AbortSignal`.
    Signal,
}

/// An option.
#[derive(Debug)]
pub struct ClientOption {
    /// Its name.
    pub name: &'static str,
    /// Where it may be given.
    pub scope: Scope,
    /// What its value must be.
    pub kind: OptionKind,
    /// Its TypeScript.
    #[cfg(not(target_arch = "wasm32"))]
    pub typescript: &'static str,
    /// Its documentation, with its default.
    #[cfg(not(target_arch = "wasm32"))]
    pub docs: &'static str,
}

/// One entry of the table below.
macro_rules! options {
    ($($name:literal $scope:ident $kind:expr, $typescript:literal, $docs:literal;)+) => {
        /// All options.
        pub const OPTIONS: &[ClientOption] = &[$(ClientOption {
            name: $name,
            scope: Scope::$scope,
            kind: $kind,
            #[cfg(not(target_arch = "wasm32"))]
            typescript: $typescript,
            #[cfg(not(target_arch = "wasm32"))]
            docs: $docs,
        }),+];
        /// Their names, which are no fields of a body.
        pub const OPTION_NAMES: &[&str] = &[$($name),+];
    };
}

options! {
    "token" Client OptionKind::Token, "string | (() => string | Promise<string>)",
        "The API token, or a function that gives it. A function's token is kept until the server refuses it (401); then it is asked once more. Not needed behind a proxy that adds it.";
    "authScheme" Both OptionKind::OneOf(&["raw", "bearer"]), "'raw' | 'bearer'",
        "How the token stands in the Authorization header. Default: `raw`, the token alone. A `Bearer ` that is already there is never doubled.";
    "baseUrl" Client OptionKind::Text, "string",
        "Where the API is. Default: `https://dev.dixa.io`. May have a path, and may be relative in a page (`/dixa`).";
    "fetch" Both OptionKind::Function, "(url: string, init: RequestInit) => Promise<Response>",
        "Makes the requests. Default: the global `fetch`.";
    "fetchOptions" Both OptionKind::Object, "Omit<RequestInit, 'body' | 'headers' | 'method' | 'redirect' | 'signal'>",
        "Further members of every request's init: credentials, cache, mode. Default: none.";
    "headers" Both OptionKind::Headers, "Record<string, string> | (() => Record<string, string>)",
        "Further headers of every request. Default: none.";
    "timeoutMs" Both OptionKind::Milliseconds, "number",
        "For an attempt, its body included, in milliseconds. Default: 20000.";
    "totalTimeoutMs" Both OptionKind::Milliseconds, "number",
        "For a call with all its attempts, waits for the rate limiter left out, in milliseconds. Default: 60000.";
    "maxRetries" Both OptionKind::Count, "number",
        "Attempts after the first, where an operation may be repeated. Default: 2.";
    "rateLimit" Client OptionKind::RateLimit, "RateLimit | false",
        "The client's own rate limit. Default: Dixa's, 10 a second and 4 at once. Dixa counts per token, over all clients that use it.";
    "autoExternalId" Both OptionKind::Flag, "boolean",
        "Whether `addMessage` makes up an `externalId` (`dxc-` and 32 hexadecimal digits) when it has none, so that it can be repeated safely. Default: true.";
    "validation" Both OptionKind::OneOf(&["warn", "strict", "off"]), "'warn' | 'strict' | 'off'",
        "`warn`: answers are checked and mended, issues are reported. `strict`: an issue is an error. `off`: the server's JSON untouched. Default: `warn`.";
    "maxBodyBytes" Both OptionKind::Count, "number",
        "The longest answer that is read, in bytes. Default: 16 MiB.";
    "logger" Both OptionKind::Logger, "Logger | null",
        "Where issues are told when there is no `onIssue`. Default: `console.warn`. `null`: nowhere.";
    "onRequest" Both OptionKind::Function, "(event: RequestEvent) => void",
        "Called before each attempt. What it returns or throws changes nothing; the same holds for the other hooks.";
    "onResponse" Both OptionKind::Function, "(event: ResponseEvent) => void",
        "Called when the head of an answer is there.";
    "onRetry" Both OptionKind::Function, "(event: RetryEvent) => void",
        "Called before the wait for another attempt.";
    "onIssue" Both OptionKind::Function, "(issue: Issue) => void",
        "Called for each departure of an answer from the models, and for each thing the models do not know.";
    "dangerouslyAllowBrowser" Client OptionKind::Flag, "boolean",
        "Lets a web page hold the token, which everybody who opens the page can then read. Default: false.";
    "idempotent" Call OptionKind::Flag, "boolean",
        "Says that this call may be repeated, though it creates something: after a lost connection, a timeout or a 5xx it is sent again. Default: false. `transferConversation` and a forced claim are never repeated.";
    "signal" Call OptionKind::Signal, "AbortSignal",
        "Ends the call with an AbortError.";
}
