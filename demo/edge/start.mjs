// npm run demo:edge: sets up, builds, runs the Worker, and lets a customer write to it.

import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { exec, packages, root, say, setup } from '../../pkg-template/build/setup.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

setup();
const { makePackage } = await import('../../pkg-template/build/package.mjs');
await makePackage();
packages(here);
exec(path.join(root, 'node_modules', '.bin', 'tsc'), ['-p', here]);
const { run } = await import('./run.mjs');
const { sandbox, url, close } = await run({ port: Number(process.env.PORT ?? 8787) });
say(`the Worker is at ${url}; each event is delivered three times, out of order`);

/** @param {string} value */
const inbound = (value) => /** @type {const} */ ({ _type: 'Inbound', content: { _type: 'Text', value } });
let seen = { deliveries: 0, requests: 0 };
const { id } = sandbox.add({ _type: 'ChatConversation', messages: [inbound('Hi! Where is my parcel?')] });
await tell();

/** Tells what was delivered and asked since the last time, and what the chat says now. */
async function tell() {
  await sandbox.settled();
  for (const { event, status } of sandbox.deliveries.slice(seen.deliveries))
    console.log(`  webhook  ${event.event_fqn.padEnd(28)} ${event.event_id.slice(-4)} → ${status}`);
  for (const { operation, status } of sandbox.requests.slice(seen.requests))
    console.log(`  request  ${operation} → ${status}`);
  seen = { deliveries: sandbox.deliveries.length, requests: sandbox.requests.length };
  const { messages } = sandbox.snapshot().conversations.find((one) => one.id === id) ?? { messages: [] };
  say('the chat');
  for (const { attributes } of messages) {
    if (!('content' in attributes) || !('direction' in attributes)) continue;
    const { content, direction } = /** @type {{ content: { value: string }, direction: string }} */ (
      attributes
    );
    console.log(`  ${direction === 'Inbound' ? 'customer' : '  Worker'}  ${content.value}`);
  }
}

if (process.stdin.isTTY) {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: 'customer> ' });
  say('write as the customer; Ctrl+C ends it');
  lines.prompt();
  for await (const line of lines) {
    if (line.trim()) {
      sandbox.receive(id, line);
      await tell();
    }
    lines.prompt();
  }
}
await close();
