// The programs of `docs/proxy.md`, as they stand there but for where Dixa is.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../../pkg-template/build/setup.mjs';

/** @returns {Record<string, string>} by the names of their files */
export function samples() {
  const text = readFileSync(path.join(root, 'docs', 'proxy.md'), 'utf8');
  const found = [...text.matchAll(/^```js (\S+)\n([^]*?)^```$/gm)].map(([, file, code]) => [
    file,
    code.replace(/^( *)prefix: /m, '$1baseUrl: process.env.DIXA_BASE_URL,\n$&'),
  ]);
  if (found.length < 6) throw new Error(`docs/proxy.md has only ${found.length} programs`);
  return Object.fromEntries(found);
}
