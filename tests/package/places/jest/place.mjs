// Jest 30: CommonJS, nothing transformed. With the environment node, and with jsdom as it is mended where
// programs need `fetch`; as it comes, it lacks that and more, and the package says so.

export default ['node', 'jest-fixed-jsdom'].map((environment) => ({
  name: `Jest 30, environment ${environment}`,
  version: (context) => context.installed('jest'),
  run: async (context) => {
    await context.bundle(['checks.mjs', '--format=cjs', '--outfile=checks.cjs']);
    const jest = ['node_modules/.bin/jest', '--env'];
    if (environment !== 'node') await context.command([...jest, 'jsdom', 'bare']);
    const expected = { DOCUMENT: environment === 'node' ? 'undefined' : 'object' };
    return context.program([...jest, environment, 'dixa'], expected);
  },
}));
