// @ts-check
// What a call costs beside a bare fetch, when the answer is there at once and tiny.

import { writeFileSync } from 'node:fs';
import { digest } from '../digest.mjs';
import { work } from '../prepare.mjs';
import { race } from '../race.mjs';

const CONTENDERS = [
  'fetch + JSON',
  'dixa-conversations',
  'openapi-fetch',
  'openapi-fetch + zod mini',
  'openapi-fetch + valibot',
  'ky',
  '@octokit/core',
  'openai',
  'stripe',
  '@anthropic-ai/sdk',
];

/** @param {unknown} _ @param {{ pace: import('../race.mjs').Pace }} how */
export async function calls(_, { pace }) {
  const payload = work('payloads', 'tiny.json');
  const answer = { data: [] };
  writeFileSync(payload, JSON.stringify(answer));
  const entrants = CONTENDERS.map((name) => {
    return { name, file: 'contenders/call/sdks.mjs', payload, expects: digest(answer) };
  });
  return { places: await race(entrants, pace) };
}
