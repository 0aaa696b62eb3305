// The worker: it is under the policy that its own file came with.
import { checksUnder } from './policy.mjs';

addEventListener('message', async ({ data: { env, wasm } }) =>
  postMessage(await checksUnder(wasm, env, false)),
);
