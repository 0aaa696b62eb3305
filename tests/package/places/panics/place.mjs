// A panic inside the module, in a build that panics on demand.

import { copyFileSync } from 'node:fs';
import path from 'node:path';

/** @param {import('../../harness/place.mjs').Context} context */
const installFaulty = async (context) => context.install(await context.packages.faulty());

export default [
  {
    name: 'Panics in Node',
    version: () => process.version,
    core: true,
    bare: true,
    run: async (context) => {
      await installFaulty(context);
      return context.program([process.execPath, 'main.mjs']);
    },
  },
  {
    name: 'Panics in Chromium',
    run: async (context) => {
      await installFaulty(context);
      await context.bundle(['page.mjs', '--outfile=page.js', '--format=iife']);
      return context.page('chromium', `${context.server.files('panics', context.folder)}/page.html`);
    },
  },
  {
    name: 'Panics in workerd',
    version: (context) => context.installed('workerd'),
    run: async (context) => {
      await installFaulty(context);
      const parameters = ['worker.mjs', '--outfile=worker.js', '--format=esm', '--external:*.wasm'];
      await context.bundle([...parameters, '--conditions=workerd']);
      const wasm = 'node_modules/dixa-conversations/dist/dixa_bg.wasm';
      copyFileSync(path.join(context.folder, wasm), path.join(context.folder, 'dixa_bg.wasm'));
      return context.program([process.execPath, 'workerd.mjs']);
    },
  },
];
