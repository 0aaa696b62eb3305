// Pages and their workers under a Content-Security-Policy, in three engines: one that blocks WebAssembly,
// and one with the cure that the error names.

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
const POLICIES = { blocked: "script-src 'self'", allowed: "script-src 'self' 'wasm-unsafe-eval'" };

export default Object.entries(BROWSERS).flatMap(([browser, name]) =>
  Object.entries(POLICIES).map(([wasm, policy]) => ({
    name: `${name}, page and worker, CSP ${policy}`,
    core: browser === 'chromium' && wasm === 'blocked',
    run: async (context) => {
      await context.bundle(['page.mjs', 'worker.mjs', '--outdir=.', '--format=iife', '--minify']);
      const headers = { 'content-security-policy': policy };
      const files = context.server.files(`csp-${wasm}`, context.folder, headers);
      return context.page(browser, `${files}/page.html?wasm=${wasm}`);
    },
  })),
);
