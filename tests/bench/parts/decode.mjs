// @ts-check
// What a checked answer costs beside a bare JSON.parse: small, usual and large ones, of each kind, and whether
// the cost of a message stays the same however many there are.

import { writePayload } from '../prepare.mjs';
import { race } from '../race.mjs';

/** @typedef {import('../race.mjs').Entrant} Entrant */

const KILO = 1024;
const SIZES = { '1 KB': KILO, '75 KB': 75 * KILO, '5 MB': 5 * KILO * KILO };
/** What the smoke test makes of the largest. */
const QUICK_LARGEST = 300 * KILO;
const COUNTS = [10, 100, 1000, 5000];
const KINDS = /** @type {const} */ (['realistic', 'clean', 'ascii']);

/**
 * Who takes part: its module, and what it gives: the server's values, those mended, or (typed models) those mended
 * without the fields that they do not know.
 */
const CONTENDERS = {
  'fetch + JSON.parse': { file: 'bare', gives: 'sent' },
  'dixa-conversations': { file: 'ours', gives: 'mended' },
  'dixa-conversations, unchecked': { file: 'ours', gives: 'sent' },
  'openapi-fetch + zod mini': { file: 'zod', gives: 'sent' },
  'openapi-fetch + zod mini, same mends': { file: 'zod', gives: 'mended' },
  'openapi-fetch + zod, jitless': { file: 'zod', gives: 'sent' },
  'openapi-fetch + zod, code generation': { file: 'zod', gives: 'sent' },
  'openapi-fetch + valibot': { file: 'valibot', gives: 'sent' },
  'openapi-fetch + valibot, same mends': { file: 'valibot', gives: 'mended' },
  'serde, serde-wasm-bindgen': { file: 'serde', gives: 'typed' },
};

/** Those whose cost is looked at message by message. */
const LINEAR = [
  'fetch + JSON.parse',
  'dixa-conversations',
  'openapi-fetch + zod mini',
  'serde, serde-wasm-bindgen',
];

/** @param {Awaited<ReturnType<typeof writePayload>>} payload @param {string[]} [names] @returns {Entrant[]} */
export function entrants({ files, expects }, names = Object.keys(CONTENDERS)) {
  return names.map((name) => {
    const { file, gives } = CONTENDERS[/** @type {keyof typeof CONTENDERS} */ (name)];
    return {
      name,
      file: `contenders/decode/${file}.mjs`,
      payload: gives === 'typed' ? files.typed : files.sent,
      expects: expects[/** @type {keyof typeof expects} */ (gives)],
    };
  });
}

/**
 * @param {import('../prepare.mjs').Prepared} prepared
 * @param {{ pace: import('../race.mjs').Pace, quick: boolean, tell: (text: string) => void }} how
 */
export async function decode(prepared, { pace, quick, tell }) {
  const races = [];
  for (const kind of KINDS) {
    for (const [size, bytes] of Object.entries(SIZES)) {
      if (quick && kind !== 'realistic' && size !== '75 KB') continue;
      tell(`decode, ${kind}, ${size}`);
      const of = bytes > QUICK_LARGEST && quick ? QUICK_LARGEST : bytes;
      const payload = await writePayload(prepared, kind, { bytes: of });
      const places = await race(entrants(payload), pace);
      races.push({ kind, size, bytes: payload.bytes, messages: payload.messages, places });
    }
  }
  const linear = [];
  for (const messages of COUNTS) {
    tell(`decode, ${messages} messages`);
    const payload = await writePayload(prepared, 'realistic', { messages });
    const places = await race(entrants(payload, LINEAR), pace);
    linear.push({
      messages,
      bytes: payload.bytes,
      nsPerMessage: places.map(({ name, cpuMs }) => ({ name, ns: (cpuMs.median * 1e6) / messages })),
    });
  }
  return { races, linear };
}
