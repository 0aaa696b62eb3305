// @ts-check
// What the examples and snippets run in: a sandbox whose clock stands still, so that what they print is the
// same in every run, a client of it, and names for the ids of its seed.

import { inspect } from 'node:util';
import { ConversationsClient } from '../../pkg/dist/index.mjs';
import { createSandbox } from '../../pkg/dist/testing.mjs';

/** @typedef {ReturnType<typeof createWorld>['world']} World */

/** When everything in the documentation happens. */
export const NOW = Date.parse('2026-11-26T09:00:00Z');

/** @param {(method: string, path: string) => Response | undefined} [instead] an answer in place of the sandbox's */
export function createWorld(instead) {
  const sandbox = createSandbox({ clock: () => NOW });
  /** @type {string[]} */
  const lines = [];
  const dixa = new ConversationsClient({
    token: sandbox.token,
    rateLimit: false,
    fetch: async (url, init) =>
      instead?.(init.method ?? 'GET', new URL(url).pathname) ?? sandbox.fetch(url, init),
  });
  const first = sandbox.snapshot().conversations.find(({ id }) => id === 10001);
  const world = {
    dixa,
    /** Notes what is printed. */
    console: {
      log: (/** @type {unknown[]} */ ...values) => {
        const words = values.map((value) =>
          typeof value === 'string' ? value : inspect(value, { depth: 9 }),
        );
        lines.push(words.join(' '));
      },
    },
    conversationId: 10001,
    otherConversationId: 10004,
    messageId: first?.messages[0]?.id ?? '',
    agentId: 'a53b25da-f676-4c52-acac-58c9280aa23d',
    customerId: 'd58c8b1c-85ad-4678-a6c8-7442945f3836',
    queueId: 'cd87b232-64c8-4ad5-b81a-6f9233352d97',
    vipTagId: 'f0a1b2c3-1111-4aaa-8bbb-000000000004',
    damagedTagId: 'f0a1b2c3-1111-4aaa-8bbb-000000000005',
    attributeId: 'e14708a6-eed9-495c-9d88-c72331e9e247',
  };
  return { world, printed: () => lines.join('\n') };
}
