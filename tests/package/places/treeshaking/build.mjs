// `node build.mjs esbuild`: bundles each program for itself and minified, as for production, to `dist/`.

import path from 'node:path';

const PROGRAMS = ['nothing', 'unused', 'class', 'guard', 'client'];
const outdir = path.resolve('dist');

const BUILDS = {
  async esbuild(program) {
    const { build } = await import('esbuild');
    const entryPoints = [`${program}.mjs`];
    await build({ entryPoints, outdir, bundle: true, minify: true, format: 'esm', logLevel: 'error' });
  },

  async rollup(program) {
    const { rollup } = await import('rollup');
    const { nodeResolve } = await import('@rollup/plugin-node-resolve');
    const { default: terser } = await import('@rollup/plugin-terser');
    const bundle = await rollup({ input: `${program}.mjs`, plugins: [nodeResolve({ browser: true })] });
    await bundle.write({ file: path.join(outdir, `${program}.js`), plugins: [terser({ module: true })] });
    await bundle.close();
  },

  async vite(program) {
    const { build } = await import('vite');
    const output = { entryFileNames: '[name].js' };
    await build({
      configFile: false,
      logLevel: 'error',
      build: { outDir: outdir, emptyOutDir: false, rolldownOptions: { input: `${program}.mjs`, output } },
    });
  },

  async webpack(program) {
    const { default: webpack } = await import('webpack');
    const stats = await new Promise((resolve, reject) => {
      const options = {
        mode: 'production',
        entry: `./${program}.mjs`,
        output: { path: outdir, filename: `${program}.js` },
      };
      webpack(options, (error, done) => (error ? reject(error) : resolve(done)));
    });
    if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  },
};

for (const program of PROGRAMS) await BUILDS[process.argv[2]](program);
