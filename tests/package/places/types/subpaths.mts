// What the package's other entries are, from an ES module.

import * as dixa from 'dixa-conversations';
import wasm from 'dixa-conversations/dixa_bg.wasm';
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
same<ReturnType<Sandbox['snapshot']>, Record<string, unknown>>(true);
// @ts-expect-error there is no such option
createSandbox({ noSuchOption: 1 });
// @ts-expect-error a clock gives a number
createSandbox({ now: () => 'now' });

// check: dixa-conversations/dixa_bg.wasm is a module, and preload takes it
same<typeof wasm, dixa.WasmModule>(true);
same<ReturnType<typeof dixa.preload>, Promise<void>>(true);
dixa.preload(wasm);
// @ts-expect-error neither a module, nor bytes, a response or a URL
dixa.preload(Symbol());
