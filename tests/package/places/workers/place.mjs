// Web workers, in three engines: a module worker with the package's own ES modules, and a classic worker
// bundled from the package.

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

export default Object.entries(BROWSERS).flatMap(([browser, name]) =>
  ['module', 'classic'].map((type) => ({
    name: `${name}, ${type} worker`,
    core: browser === 'chromium' && type === 'module',
    run: async (context) => {
      await context.bundle(['classic.mjs', '--outfile=classic.js', '--format=iife', '--minify']);
      const files = context.server.files(context.name, context.folder);
      return context.page(browser, `${files}/page.html?type=${type}`);
    },
  })),
);
