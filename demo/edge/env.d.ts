// What the Worker is given (`run.mjs`).

declare module 'cloudflare:workers' {
  export const env: {
    /** The token of Dixa's API. */
    DIXA_API_TOKEN: string;
    /** The webhook's `secretKey`. */
    DIXA_WEBHOOK_SECRET: string;
    /** The agent in whose name the Worker writes. */
    DIXA_AGENT_ID: string;
    /** What the cookie of an agent's session says. */
    SESSION: string;
    /** Where Dixa is; its own address unless it is another. */
    DIXA_BASE_URL?: string;
    /** How long Dixa may take for an answer, in milliseconds. */
    DIXA_TIMEOUT_MS?: number;
  };
}
