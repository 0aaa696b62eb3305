// The page: makes the checks, then has a worker under the same policy make them, and tells of both.
import { joined, tell } from './checks.mjs';
import { checksUnder } from './policy.mjs';

const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const wasm = new URLSearchParams(location.search).get('wasm');

/** @returns {Promise<any>} */
function inWorker() {
  const worker = new Worker('worker.js');
  return new Promise((resolve) => {
    worker.onmessage = ({ data: report }) => resolve(report);
    worker.onerror = ({ message = 'it cannot be loaded' }) =>
      resolve({ passed: [], failed: [{ name: 'the worker starts', message }] });
    worker.postMessage({ env, wasm });
  });
}

checksUnder(wasm, env, true).then(async (report) => tell(env, joined(report, await inWorker())));
