// In Node: nothing reaches the process, and nothing keeps it alive.

import * as dixa from 'dixa-conversations';
import { each, same, tell } from './checks.mjs';
import { panics } from './panics.mjs';

const env = JSON.parse(process.env.DIXA_TEST);
const complaints = [];
process.on('uncaughtException', (error) => complaints.push(String(error)));
process.on('unhandledRejection', (error) => complaints.push(String(error)));

const report = await panics(dixa, env);
const after = await each({
  'the process hears of nothing': async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    same(complaints, [], 'what the process was told');
  },
  'no timer is left': () => {
    const timers = process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout');
    same(timers, [], 'what keeps the process alive');
  },
});
report.passed.push(...after.passed);
report.failed.push(...after.failed);
await tell(env, report);
