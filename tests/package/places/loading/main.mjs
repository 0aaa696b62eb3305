// In Node: each case in a thread of its own.

import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { CASES, run } from './cases.mjs';
import { joined, tell } from './checks.mjs';

const env = JSON.parse(process.env.DIXA_TEST);

if (isMainThread) {
  const reports = [];
  for (const name of Object.keys(CASES)) {
    const thread = new Worker(new URL(import.meta.url), { workerData: name });
    reports.push(
      await new Promise((resolve) => {
        thread.on('message', resolve);
        thread.on('error', ({ message }) => resolve({ passed: [], failed: [{ name, message }] }));
      }),
    );
  }
  await tell(env, joined(...reports));
} else {
  parentPort.postMessage(await run(workerData, process.env.FILES, env, false));
}
