// @ts-check
// A request that goes no further, and how the page is told: as Dixa tells its own refusals (`message`), so that the
// client makes its typed errors of them; `code` begins with `proxy_`.

/** Headers of every answer: it is one user's, and nothing to show as a page. */
export const GUARDS = /** @type {const} */ ({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
});

export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} message
   * @param {unknown} [cause] what failed, for the site and not for the page
   * @param {Record<string, string>} [headers]
   */
  constructor(status, code, message, cause, headers = {}) {
    super(message, { cause });
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  response() {
    return new Response(JSON.stringify({ message: `Proxy: ${this.message}`, code: this.code }), {
      status: this.status,
      headers: { ...GUARDS, 'content-type': 'application/json', ...this.headers },
    });
  }
}

/** Whoever asked is gone; nobody reads this. */
export const aborted = () => new Refusal(499, 'proxy_request_aborted', 'the request was aborted');
