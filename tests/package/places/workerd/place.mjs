// Cloudflare's runtime, with the module precompiled: the checks, and requests of one isolate that end in the
// middle of what others could be waiting for.

import { copyFileSync } from 'node:fs';
import path from 'node:path';

export default [
  {
    name: 'workerd',
    core: true,
    version: (context) => context.installed('workerd'),
    run: async (context) => {
      const parameters = ['worker.mjs', '--outfile=bundle.mjs', '--format=esm', '--external:*.wasm'];
      await context.bundle([...parameters, '--conditions=workerd']);
      const dist = path.join(context.folder, 'node_modules/dixa-conversations/dist');
      for (const name of ['dixa_bg.wasm', 'sandbox_bg.wasm', 'webhooks_bg.wasm'])
        copyFileSync(path.join(dist, name), path.join(context.folder, name));
      return context.program([process.execPath, 'run.mjs']);
    },
  },
];
