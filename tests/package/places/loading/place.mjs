// How the module is loaded, and what happens when it cannot be, in Node and in three browsers.

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

const files = (context) => context.server.files(context.name, context.folder);

export default [
  {
    name: 'Node of the tests, loading',
    version: () => process.version,
    bare: true,
    run: (context) => context.program([process.execPath, 'main.mjs'], { FILES: files(context) }),
  },
  ...Object.entries(BROWSERS).map(([browser, name]) => ({
    name: `${name} page, loading`,
    run: (context) => context.page(browser, `${files(context)}/page.html`),
  })),
];
