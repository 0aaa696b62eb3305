// Rollup 4: a page that it bundled, and programs for Node, by the condition `node` and without it.

const place = (kind, run) => ({
  name: `Rollup 4, ${kind}`,
  version: (context) => context.installed('rollup'),
  run: async (context) => {
    await context.command(['node_modules/.bin/rollup', '--config', '--failAfterWarnings']);
    return run(context);
  },
});

export default [
  place('page', (context) =>
    context.page('chromium', `${context.server.files(context.name, context.folder)}/index.html`),
  ),
  place('program for Node', (context) => context.program([process.execPath, 'dist/node.mjs'])),
  place('program for Node, condition node', (context) =>
    context.program([process.execPath, 'dist/node-condition.mjs']),
  ),
];
