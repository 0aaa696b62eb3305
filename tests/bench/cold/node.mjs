// A fresh process of Node for each sample.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const starter = fileURLToPath(new URL('node-start.mjs', import.meta.url));

/** @type {import('../parts/cold.mjs').Open} */
export const open = async (program) => ({
  version: process.version,
  async sample(name) {
    const started = performance.now();
    const child = spawn(process.execPath, [starter, program(name)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    await new Promise((resolve) => child.on('close', resolve));
    const wholeMs = performance.now() - started;
    return { ...JSON.parse(said), wholeMs };
  },
  async close() {},
});
