// Vite's development server, as `vite` starts it with the configuration that `docs/proxy.md` shows.

import { createServer } from 'vite';

const server = await createServer({
  configFile: 'vite.config.mjs',
  root: 'public',
  // What is not there is a 404, and not the page.
  appType: 'mpa',
  server: { host: '127.0.0.1', port: Number(process.env.PORT), strictPort: true },
});
await server.listen();
