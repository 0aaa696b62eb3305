// In a page: nothing reaches the window.

import * as dixa from 'dixa-conversations';
import { each, same, tell } from './checks.mjs';
import { panics } from './panics.mjs';

const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const complaints = [];
addEventListener('error', (event) => complaints.push(event.message));
addEventListener('unhandledrejection', (event) => complaints.push(String(event.reason)));

panics(dixa, env, true).then(async (report) => {
  const after = await each({
    'the window hears of nothing': async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      same(complaints, [], 'what the window was told');
    },
  });
  report.passed.push(...after.passed);
  report.failed.push(...after.failed);
  await tell(env, report);
});
