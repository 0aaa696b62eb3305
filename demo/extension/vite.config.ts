// How the extension is built: a panel, a page of options, and the service worker as one module.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { manifest } from './manifest.ts';

export default defineConfig({
  plugins: [
    react(),
    {
      name: 'manifest',
      generateBundle() {
        const source = JSON.stringify(manifest(process.env.VITE_DIXA_BASE_URL), null, 2);
        this.emitFile({ type: 'asset', fileName: 'manifest.json', source });
      },
    },
  ],
  // What comes from the console comes with this folder's packages: one React, not two.
  resolve: { dedupe: ['@tanstack/react-query', 'dixa-conversations', 'react', 'react-dom'] },
  build: {
    outDir: '../../dist/extension',
    emptyOutDir: true,
    // It would put a `document` into the service worker, which has none.
    modulePreload: false,
    rolldownOptions: {
      input: { panel: 'panel.html', options: 'options.html', worker: 'src/worker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
