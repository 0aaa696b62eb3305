// @ts-check
// Whether the schemas of the peers are as strict as this package: one leaf of a message at a time gets a value of
// another kind, and all have to see it, or all have to let it pass.

import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { LATER, payload } from './payloads.mjs';
import { work } from './prepare.mjs';

/** @typedef {Record<string, any>} Tree */

/** Every leaf below a value: how to set it, and what it is. @param {Tree} tree @returns {Generator<Leaf>} */
function* leaves(tree) {
  for (const [key, value] of Object.entries(tree)) {
    // A `_type` says what all the rest is.
    if (key === '_type' || key === LATER) continue;
    if (typeof value === 'object' && value !== null) yield* leaves(value);
    yield { of: tree, key, value };
  }
}
/** @typedef {{ of: Tree, key: string, value: unknown }} Leaf */

/** What a leaf gets instead: another kind, nothing, a string. @param {unknown} value */
const others = (value) => [typeof value === 'boolean' ? 7 : true, null, undefined, 'neither'];

/**
 * @param {import('./prepare.mjs').Prepared} prepared
 * @param {number} messages
 * @returns {Promise<{ tried: number, refused: number }>}
 */
export async function agree({ ours, listMessages }, messages) {
  const schemas = async (/** @type {string} */ name) =>
    import(pathToFileURL(work('schemas', `${name}.mjs`)).href);
  const [zod, valibot] = [await schemas('zod-mini'), await schemas('valibot')];
  let text = '';
  const dixa = new ours.ConversationsClient({
    token: 't',
    baseUrl: 'https://api.example',
    rateLimit: false,
    logger: null,
    validation: 'strict',
    fetch: async () => new Response(text),
  });
  /** @type {Record<string, (answer: unknown) => boolean | Promise<boolean>>} */
  const judges = {
    'dixa-conversations': () =>
      dixa.listMessages(1).then(
        () => true,
        (error) => {
          if (error instanceof ours.ResponseValidationError) return false;
          throw error;
        },
      ),
    zod: (answer) => zod.listMessages.safeParse(answer).success,
    valibot: (answer) => v.safeParse(valibot.listMessages, answer).success,
  };
  let [tried, refused] = [0, 0];
  for (const message of JSON.parse(payload(listMessages, 'clean', { messages }).toString()).data) {
    const changes = [...leaves(message)].flatMap((leaf) =>
      others(leaf.value).map((other) => ({ ...leaf, other })),
    );
    for (const { of, key, value, other } of changes) {
      of[key] = other;
      text = JSON.stringify({ data: [message] });
      const said = await Promise.all(Object.values(judges).map((judge) => judge(JSON.parse(text))));
      if (new Set(said).size > 1)
        throw new Error(
          `not as strict as each other (${Object.keys(judges)}: ${said}) about ${key} in ${text}`,
        );
      tried++;
      if (!said[0]) refused++;
      of[key] = value;
    }
  }
  return { tried, refused };
}
