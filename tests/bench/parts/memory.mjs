// @ts-check
// What stays in use after many calls on one client. The whole of it is tests/hostile/load.test.mjs.

import { writePayload } from '../prepare.mjs';
import { Racer } from '../race.mjs';
import { entrants } from './decode.mjs';

const NAMES = ['dixa-conversations', 'openapi-fetch + zod mini', 'serde, serde-wasm-bindgen'];

/**
 * @param {import('../prepare.mjs').Prepared} prepared
 * @param {{ pace: import('../race.mjs').Pace, memoryCalls: number, tell: (text: string) => void }} how
 */
export async function memory(prepared, { pace, memoryCalls, tell }) {
  const payload = await writePayload(prepared, 'realistic', { bytes: 1024 });
  const rows = [];
  for (const entrant of entrants(payload, NAMES)) {
    tell(`memory, ${entrant.name}`);
    const racer = new Racer(entrant);
    try {
      await racer.prepare(pace);
      // What is compiled and kept is there after so many.
      const before = await racer.memory(Math.ceil(memoryCalls / 4));
      const after = await racer.memory(memoryCalls);
      rows.push({ name: entrant.name, calls: memoryCalls, before, after });
    } finally {
      racer.end();
    }
  }
  return { rows };
}
