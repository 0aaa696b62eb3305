// For pages; for Node, as with every dependency; and for Node by its own condition, where what is imported
// is the CommonJS build.

import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';

export default [
  { input: 'page.mjs', output: { file: 'dist/page.js' }, plugins: [resolve({ browser: true })] },
  { input: 'node.mjs', output: { file: 'dist/node.mjs' }, plugins: [resolve()] },
  {
    input: 'node.mjs',
    output: { file: 'dist/node-condition.mjs' },
    plugins: [resolve({ exportConditions: ['node'] }), commonjs()],
  },
];
