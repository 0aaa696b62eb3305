// esbuild: a page that it bundled, and programs for Node as ES module and as CommonJS.

const place = (kind, words, run) => ({
  name: `esbuild, ${kind}`,
  version: (context) => context.installed('esbuild'),
  run: async (context) => {
    const flags = ['--bundle', '--minify', '--log-level=warning'];
    const said = await context.command(['node_modules/.bin/esbuild', ...flags, ...words]);
    if (said !== '') throw new Error(`esbuild warns:\n${said}`);
    return run(context);
  },
});

const program = (kind, format, file) =>
  place(
    `program for Node, ${kind}`,
    ['node.mjs', '--platform=node', `--format=${format}`, `--outfile=dist/${file}`],
    (context) => context.program([process.execPath, `dist/${file}`]),
  );

export default [
  place('page', ['page.mjs', '--format=esm', '--outfile=dist/page.js'], (context) =>
    context.page('chromium', `${context.server.files(context.name, context.folder)}/index.html`),
  ),
  program('ES module', 'esm', 'node.mjs'),
  program('CommonJS', 'cjs', 'node.cjs'),
];
