// Jest 30: CommonJS, nothing transformed. With the environment node, and with jsdom as it is mended where
// programs need `fetch`, there also for the README's component; as it comes, jsdom lacks that and more, and the package
// says so.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PATIENCE_MS } from '../../harness/patience.mjs';
import { readmeFile } from '../../harness/project.mjs';

export default ['node', 'jest-fixed-jsdom'].map((environment) => ({
  name: `Jest 30, environment ${environment}`,
  version: (context) => context.installed('jest'),
  run: async (context) => {
    await context.bundle(['checks.mjs', '--format=cjs', '--outfile=checks.cjs']);
    const jest = ['node_modules/.bin/jest', `--testTimeout=${PATIENCE_MS}`, '--env'];
    const hasDocument = environment !== 'node';
    if (hasDocument) {
      await context.command([...jest, 'jsdom', 'bare']);
      writeFileSync(path.join(context.folder, 'thread.ts'), readmeFile('thread.ts'));
      await context.bundle(['thread.ts', '--format=cjs', '--outfile=thread.cjs']);
      await context.command([...jest, environment, 'thread']);
    }
    const expected = { DOCUMENT: hasDocument ? 'object' : 'undefined' };
    return context.program([...jest, environment, 'dixa'], expected);
  },
}));
