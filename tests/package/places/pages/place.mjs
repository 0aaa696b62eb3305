// Web pages, in three engines: a classic script bundled from the package, the package's own ES modules with
// an import map.

import path from 'node:path';

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };
const PAGES = { classic: 'classic script', modules: 'ES modules' };

export default Object.entries(BROWSERS).flatMap(([browser, name]) =>
  Object.entries(PAGES).map(([file, kind]) => ({
    name: `${name} page, ${kind}`,
    core: browser === 'chromium',
    run: async (context) => {
      await context.bundle(['main.mjs', '--outfile=classic.js', '--format=iife', '--minify']);
      const files = context.server.files(path.basename(context.folder), context.folder);
      return context.page(browser, `${files}/${file}.html`);
    },
  })),
);
