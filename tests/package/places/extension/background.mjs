// The service worker: makes the checks, or one call, when it is asked.

import { checks, conversation } from './checks-here.mjs';

/** Another after each start. */
const life = crypto.randomUUID();

const answers = {
  checks: () => checks('service worker'),
  life: () => life,
  call: () => conversation(10_001),
};

chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
chrome.runtime.onMessage.addListener((what, sender, respond) => {
  Promise.resolve(answers[what]()).then(respond, (error) => respond(String(error)));
  return true;
});
