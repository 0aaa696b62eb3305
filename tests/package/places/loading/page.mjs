// In a page: each case in a frame of its own, which is this page again.

import { CASES, run } from './cases.mjs';
import { joined, tell } from './checks.mjs';

const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const name = new URLSearchParams(location.search).get('case');

if (name === null) {
  const reports = [];
  for (const name of Object.keys(CASES)) {
    const frame = document.createElement('iframe');
    frame.src = `page.html?case=${encodeURIComponent(name)}${location.hash}`;
    const report = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    document.body.append(frame);
    reports.push((await report).data);
    frame.remove();
  }
  await tell(env, joined(...reports));
} else {
  parent.postMessage(await run(name, new URL('.', location).href.replace(/\/$/, ''), env, true), '*');
}
