// Vitest, on a Node that it supports, with the environments node and jsdom.

export default ['node', 'jsdom'].map((environment) => ({
  name: `Vitest 5, environment ${environment}`,
  version: (context) => context.installed('vitest'),
  run: (context) => {
    const vitest = ['node_modules/node24/bin/node', 'node_modules/vitest/vitest.mjs'];
    const expected = { DOCUMENT: environment === 'jsdom' ? 'object' : 'undefined' };
    return context.program([...vitest, 'run', '--environment', environment], expected);
  },
}));
