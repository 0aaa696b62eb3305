/** The token that a sandbox knows unless another is named. */
export declare const SANDBOX_TOKEN: string;

/** A local Dixa in memory. */
export interface Sandbox {
    /** The token that it accepts. */
    readonly token: string;
    /** Answers as Dixa does; hand it to a client as `fetch`. */
    fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
    /** What it holds: agents, queues, tags, end users, conversations. */
    snapshot(): Record<string, unknown>;
}

/** What a sandbox may be told. */
export interface SandboxOptions {
    /** The token that it accepts. Default: `SANDBOX_TOKEN`. */
    token?: string | undefined;
    /** Its clock, in milliseconds since 1970. Default: `Date.now`. */
    now?: (() => number) | undefined;
}

/** Makes a local Dixa, with conversations on every channel. */
export declare function createSandbox(options?: SandboxOptions): Sandbox;
