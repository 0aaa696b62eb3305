// Answers a request with how the checks went.

import { check, joined } from './checks.mjs';

const none = () => ({ passed: [], failed: [] });

export function answer(dixa, started, before = none, after = none) {
  const report = async (request) => {
    const env = await request.json();
    const reports = [await before(env), await check(dixa, env, { started }), await after()];
    return new Response(JSON.stringify(joined(...reports)));
  };
  addEventListener('fetch', (event) => event.respondWith(report(event.request)));
}
