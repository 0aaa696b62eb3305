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

/** Makes a local Dixa, with conversations on every channel. `now` is its clock, in milliseconds since 1970. */
export declare function createSandbox(options?: { token?: string; now?: () => number }): Sandbox;
