// What holds in the service worker as in the panel. A token needs no leave there: an extension is no web page.

import { TOKEN, check, checkBlocked, started } from './checks.mjs';
import * as dixa from 'dixa-conversations';

/** What the place wrote beside the manifest: where the sandbox is, and whether WebAssembly is blocked. */
export const env = async () => (await fetch(chrome.runtime.getURL('env.json'))).json();

/** @param {string} where */
export async function checks(where) {
  const { env: given, wasm } = await env();
  const report =
    wasm === 'blocked'
      ? await checkBlocked(dixa, given, "script-src 'self' 'wasm-unsafe-eval'")
      : await check(dixa, given, { started });
  const named = (name) => `${where}: ${name}`;
  return {
    ...report,
    passed: report.passed.map(named),
    failed: report.failed.map(({ name, message }) => ({ name: named(name), message })),
  };
}

/** @param {number} id */
export async function conversation(id) {
  const { env: given } = await env();
  const token = TOKEN;
  const client = new dixa.ConversationsClient({ token, baseUrl: `${given.session}/dixa` });
  return client.getConversation(id);
}
