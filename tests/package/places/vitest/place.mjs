// Vitest, on a Node that it supports, with the environments node and jsdom; in the latter also the component and its
// tests that the README shows.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PATIENCE_MS } from '../../harness/patience.mjs';
import { readmeFile } from '../../harness/project.mjs';

export default ['node', 'jsdom'].map((environment) => ({
  name: `Vitest 5, environment ${environment}`,
  version: (context) => context.installed('vitest'),
  run: (context) => {
    const vitest = ['node_modules/node24/bin/node', 'node_modules/vitest/vitest.mjs'];
    const hasDocument = environment === 'jsdom';
    const files = hasDocument ? ['thread.ts', 'thread.test.ts'] : [];
    for (const name of files) writeFileSync(path.join(context.folder, name), readmeFile(name));
    const expected = { DOCUMENT: hasDocument ? 'object' : 'undefined' };
    const flags = ['--environment', environment, `--testTimeout=${PATIENCE_MS}`];
    return context.program([...vitest, 'run', ...flags], expected);
  },
}));
