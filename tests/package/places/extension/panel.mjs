// The side panel: makes the checks, has the service worker make them, and tells of both.

import { each, joined, same, tell } from './checks.mjs';
import { checks, env } from './checks-here.mjs';

/** Asks the service worker, which starts if it does not run. */
globalThis.ask = (what) => chrome.runtime.sendMessage(what);

async function report() {
  const inPanel = await checks('side panel');
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  const opened = await each({
    'it is opened as a side panel': () => same(contexts.length, 1, 'side panels'),
  });
  return joined(inPanel, opened, await globalThis.ask('checks'));
}

Promise.all([env(), report()]).then(([{ env }, report]) => tell(env, report), console.error);
