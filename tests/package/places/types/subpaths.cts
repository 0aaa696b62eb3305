// What the package's other entries are, from CommonJS.

import * as dixa from 'dixa-conversations';
import * as inline from 'dixa-conversations/inline';
import { createSandbox, SANDBOX_TOKEN, type Sandbox } from 'dixa-conversations/testing';

// check: dixa-conversations/inline has the same types
same<typeof inline, typeof dixa>(true);
new dixa.ConversationsClient() satisfies inline.ConversationsClient;

// check: dixa-conversations/testing gives a fetch to a client
const sandbox = createSandbox({ now: () => 0, token: undefined });
same<typeof sandbox, Sandbox>(true);
same<typeof SANDBOX_TOKEN, string>(true);
new dixa.ConversationsClient({ token: sandbox.token, fetch: sandbox.fetch });

// check: dixa-conversations/dixa_bg.wasm is a module to import, and preload takes it
export const loaded = import('dixa-conversations/dixa_bg.wasm').then(({ default: wasm }) => {
  same<typeof wasm, dixa.WasmModule>(true);
  return dixa.preload(wasm);
});
