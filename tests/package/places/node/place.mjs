// Node, from both kinds of module: the one that runs the tests, and those that npm has.

import path from 'node:path';

const OTHERS = ['node18', 'node22', 'node24', 'node26'];

const place = (name, core, bin) =>
  ['import', 'require'].map((way) => ({
    name: `${name}, ${way}`,
    core,
    bare: core,
    version: async (context) => (await context.command([bin(context), '--version'])).trim(),
    run: (context) => context.program([bin(context), way === 'import' ? 'main.mjs' : 'main.cjs']),
  }));

export default [
  ...place('Node of the tests', true, () => process.execPath),
  ...OTHERS.flatMap((name) =>
    place(name.replace('node', 'Node '), false, ({ folder }) =>
      path.join(folder, 'node_modules', name, 'bin', 'node'),
    ),
  ),
];
