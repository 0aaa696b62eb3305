// @ts-check
// A run in a few figures, for the README: the table and, from the same figures, the picture.

import { short } from './tables.mjs';

/** @typedef {import('./run.mjs').Result} Result */
/** @typedef {{ name: string, title: string, values: Map<string, number> }} Measure by product */

/** The products by the names that the parts have for them. */
const PRODUCTS = {
  'dixa-conversations': ['dixa-conversations'],
  'openapi-fetch + zod mini': ['openapi-fetch + zod mini', 'openapi-fetch + zod mini, all answers'],
  'openapi-fetch + valibot': ['openapi-fetch + valibot', 'openapi-fetch + valibot, all answers'],
  'serde, serde-wasm-bindgen': ['serde, serde-wasm-bindgen', 'serde, serde-wasm-bindgen, listMessages only'],
  octokit: ['octokit', '@octokit/core'],
  stripe: ['stripe'],
  openai: ['openai'],
  '@anthropic-ai/sdk': ['@anthropic-ai/sdk'],
};

/** @param {Result} result @returns {Measure[]} */
export function measures({ decode, calls, sizes, cold }) {
  if (!decode || !calls || !sizes || !cold) throw new Error('the README shows whole runs');
  const ratios = (/** @type {import('./race.mjs').Place[]} */ places) =>
    byProduct(places.map(({ name, ratio }) => [name, ratio.median]));
  const chromium = cold.places.find(({ place }) => place === 'chromium')?.programs ?? [];
  return [
    {
      name: 'download',
      title: 'What a page downloads, KB (brotli)',
      values: byProduct([...sizes.ours, ...sizes.peers].map(({ name, brotli }) => [name, brotli / 1024])),
    },
    ...decode.races
      .filter(({ kind }) => kind === 'realistic')
      .map(({ size, places }) => ({
        name: size,
        title: `A checked list of messages, ${size}: times fetch + JSON.parse`,
        values: ratios(places),
      })),
    { name: 'call', title: 'One small call: times a bare fetch', values: ratios(calls.places) },
    {
      name: 'cold',
      title: 'Chromium: from import to the first checked answer, ms',
      values: byProduct(chromium.map(({ name, ms }) => [name, ms.median])),
    },
  ];
}

/** @param {[string, number][]} figures @returns {Map<string, number>} */
function byProduct(figures) {
  const known = new Map(figures);
  return new Map(
    Object.entries(PRODUCTS).flatMap(([product, names]) => {
      const name = names.find((one) => known.has(one));
      return name ? [/** @type {const} */ ([product, Number(known.get(name))])] : [];
    }),
  );
}

/** @param {Result} result */
export function summaryTable(result) {
  const products = Object.keys(PRODUCTS);
  return {
    columns: ['', ...products],
    rows: measures(result).map(({ title, values }) => [
      title,
      ...products.map((product) => (values.has(product) ? short(Number(values.get(product))) : '')),
    ]),
  };
}
