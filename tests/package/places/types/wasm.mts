// The module as an ES module imports it.

import { preload, type WasmModule } from 'dixa-conversations';
import wasm from 'dixa-conversations/dixa_bg.wasm';

// check: dixa-conversations/dixa_bg.wasm is a module by its default export
same<typeof wasm, WasmModule>(true);
preload(wasm);
