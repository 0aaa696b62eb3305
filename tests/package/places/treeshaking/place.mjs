// What is in the bundle of a program that uses nothing of the package, or an error class alone: none of the
// client and its wasm. And what is left works together with the whole.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { each, joined, same } from '../../checks.mjs';

const BUNDLERS = { esbuild: 'esbuild', rollup: 'Rollup 4', vite: 'Vite 8', webpack: 'webpack 5' };

/** A bundle with an error class is smaller, minified and with its program, in bytes. */
const LIMIT = 1024;

export default Object.entries(BUNDLERS).map(([bundler, name]) => ({
  name: `tree shaking, ${name}`,
  version: (context) => context.installed(bundler),
  run: async (context) => {
    await context.command([process.execPath, 'build.mjs', bundler]);
    const bundle = (program) => readFileSync(path.join(context.folder, 'dist', `${program}.js`), 'utf8');
    const wasm = path.join(context.folder, 'node_modules', 'dixa-conversations', 'dist', 'dixa_bg.mjs');
    const { text } = (await import(pathToFileURL(wasm).href)).default;

    const holdsNothing = (program, said) => () => {
      same(bundle(program).includes(said), true, 'the program is in its bundle');
      same(/dixa|wasm/i.test(bundle(program)), false, `something of the package is in ${bundle(program)}`);
    };
    const isSmall = (program, said) => () => {
      same(bundle(program).includes(said), true, 'the program is in its bundle');
      const size = Buffer.byteLength(bundle(program));
      if (size >= LIMIT) throw new Error(`${size} bytes: ${bundle(program).slice(0, 2 * LIMIT)}`);
    };
    const sizes = await each({
      'an import for nothing leaves nothing': holdsNothing('nothing', 'nothing'),
      'a name that is not used leaves nothing': holdsNothing('unused', 'unused'),
      'an error class brings less than 1 KB': isSmall('class', 'isMissing'),
      'isDixaError brings less than 1 KB': isSmall('guard', 'isDixas'),
      'the client brings the wasm': () => same(bundle('client').includes(text), true, 'its text is there'),
    });

    const others = ['--import', './dist/class.js', '--import', './dist/guard.js'];
    const program = [process.execPath, ...others, './dist/client.js', JSON.stringify(context.env)];
    return joined(await context.program(program), sizes);
  },
}));
