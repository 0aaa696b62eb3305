// Vercel's edge runtime: a function bundled for `edge-light`, with `?module` as Next makes it; and the
// entry with the embedded module, where it may be compiled and where it may not.

import { build } from 'esbuild';
import path from 'node:path';

const FUNCTIONS = [
  { file: 'compiled', name: 'module from the bundler', wasm: 'compiles nothing' },
  { file: 'inline', name: 'inline', wasm: 'compiles' },
  { file: 'handed', name: 'inline, module handed to preload', wasm: 'compiles nothing' },
];

/** Next's loader of `x.wasm?module` gives a global variable, which its server fills. */
const wasmModules = {
  name: 'wasm-modules',
  setup(plugin) {
    plugin.onResolve({ filter: /_bg\.wasm\?module$/ }, ({ path }) => ({ path, namespace: 'wasm' }));
    plugin.onLoad({ filter: /./, namespace: 'wasm' }, ({ path }) => {
      const [, name] = /(\w+)_bg\.wasm/.exec(path);
      return { contents: `export default WASM_${name.toUpperCase()};` };
    });
  },
};

export default FUNCTIONS.map(({ file, name, wasm }) => ({
  name: `edge-runtime, ${name}`,
  version: (context) => context.installed('edge-runtime'),
  run: async (context) => {
    await build({
      absWorkingDir: context.folder,
      entryPoints: [`${file}.mjs`],
      outfile: `${file}.js`,
      bundle: true,
      format: 'iife',
      conditions: ['edge-light'],
      plugins: [wasmModules],
      logLevel: 'warning',
    });
    return context.program([process.execPath, 'main.mjs', `${file}.js`, wasm]);
  },
}));
