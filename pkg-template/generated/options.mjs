// Generated from src/operations. `cargo run --bin print` writes it anew.

/**
 * Where an option may be given (`client`, `call`, `both`), and what it must be.
 * @type {Record<string, { scope: string, kind: string, values?: readonly string[] }>}
 */
export const OPTIONS = {
  token: { scope: 'client', kind: 'token' },
  authScheme: { scope: 'both', kind: 'oneOf', values: ['raw', 'bearer'] },
  baseUrl: { scope: 'client', kind: 'text' },
  fetch: { scope: 'both', kind: 'function' },
  fetchOptions: { scope: 'both', kind: 'object' },
  headers: { scope: 'both', kind: 'headers' },
  timeoutMs: { scope: 'both', kind: 'milliseconds' },
  totalTimeoutMs: { scope: 'both', kind: 'milliseconds' },
  maxRetries: { scope: 'both', kind: 'count' },
  rateLimit: { scope: 'client', kind: 'rateLimit' },
  autoExternalId: { scope: 'both', kind: 'flag' },
  validation: { scope: 'both', kind: 'oneOf', values: ['warn', 'strict', 'off'] },
  maxBodyBytes: { scope: 'both', kind: 'count' },
  logger: { scope: 'both', kind: 'logger' },
  onRequest: { scope: 'both', kind: 'function' },
  onResponse: { scope: 'both', kind: 'function' },
  onRetry: { scope: 'both', kind: 'function' },
  onIssue: { scope: 'both', kind: 'function' },
  dangerouslyAllowBrowser: { scope: 'client', kind: 'flag' },
  idempotent: { scope: 'call', kind: 'flag' },
  signal: { scope: 'call', kind: 'signal' },
};
