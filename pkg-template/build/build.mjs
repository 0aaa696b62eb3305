// Makes the package: crate to wasm, shell to one file per entry. Leaves `pkg/`, ready to publish.

import { setup } from './setup.mjs';

setup();
const { makePackage } = await import('./package.mjs');
await makePackage();
