// webpack 5: a page that it bundled, and a program for Node.

const place = (kind, run) => ({
  name: `webpack 5, ${kind}`,
  version: (context) => context.installed('webpack'),
  run: async (context) => {
    await context.command(['node_modules/.bin/webpack', '--fail-on-warnings']);
    return run(context);
  },
});

export default [
  place('page', (context) =>
    context.page('chromium', `${context.server.files(context.name, context.folder)}/index.html`),
  ),
  place('program for Node', (context) => context.program([process.execPath, 'dist/node.cjs'])),
];
