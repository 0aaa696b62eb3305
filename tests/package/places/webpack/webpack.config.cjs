// For pages and for Node, as for production.

module.exports = ['web', 'node'].map((target) => ({
  mode: 'production',
  target,
  entry: target === 'web' ? './page.mjs' : './node.mjs',
  output: { path: `${__dirname}/dist`, filename: target === 'web' ? 'page.js' : 'node.cjs' },
}));
