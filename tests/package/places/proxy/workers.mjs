// Runs the Worker in workerd, with the page's files as its assets.

import { Miniflare } from 'miniflare';
import { fileOf } from './files.mjs';

const { DIXA_API_TOKEN, DIXA_BASE_URL, PORT } = process.env;
const miniflare = new Miniflare({
  modules: [{ type: 'ESModule', path: 'bundle.mjs' }],
  compatibilityDate: '2026-01-01',
  compatibilityFlags: ['nodejs_compat', 'enable_request_signal'],
  bindings: { DIXA_API_TOKEN, DIXA_BASE_URL },
  serviceBindings: { ASSETS: (request) => fileOf(new URL(request.url).pathname) },
  // Its own requests would leave this machine otherwise.
  cf: false,
  // Past Miniflare's own Worker, so that who hangs up hangs up on this one.
  unsafeDirectSockets: [{ host: '127.0.0.1', port: Number(PORT) }],
});
await miniflare.ready;
