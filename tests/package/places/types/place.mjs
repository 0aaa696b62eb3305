// The types of the package: complete and documented, and as its users' compilers read them.

import path from 'node:path';

const COMPILERS = {
  'typescript-7': 'TypeScript 7',
  'typescript-5.9': 'TypeScript 5.9',
  'typescript-5.0': 'TypeScript 5.0',
};

const version = async (context, name) => {
  const tsc = path.join('node_modules', name, 'bin', 'tsc');
  return (await context.command([process.execPath, tsc, '--version'])).replace('Version', '').trim();
};

const run = async (context, ...words) => JSON.parse(await context.command([process.execPath, ...words]));

export default [
  {
    name: 'types, as declared',
    core: true,
    version: (context) => version(context, 'typescript-5.9'),
    run: (context) => run(context, 'declared.mjs'),
  },
  ...Object.entries(COMPILERS).map(([compiler, name]) => ({
    name: `types, ${name}`,
    core: compiler === 'typescript-7',
    version: (context) => version(context, compiler),
    run: (context) => run(context, 'compiled.mjs', compiler),
  })),
];
