// Rust as it is commonly brought to JavaScript: typed serde, then serde-wasm-bindgen (../../serde). Typed
// models take what is already mended only, so its answers are: the same values, ready to be read.

import { readFileSync } from 'node:fs';
import { initSync, listMessages } from '../../.work/serde/speed/serde_peer.js';
import { BASE, stub } from '../stub.mjs';

export const contenders = {
  'serde, serde-wasm-bindgen': async (bytes) => {
    initSync({
      module: readFileSync(new URL('../../.work/serde/speed/serde_peer_bg.wasm', import.meta.url)),
    });
    const fetch = stub(bytes);
    return async () => {
      const response = await fetch(`${BASE}/v1/conversations/1/messages`);
      return listMessages(new Uint8Array(await response.arrayBuffer()));
    };
  },
};
