// npm run bench: how large the package is, what a call costs beside a bare fetch, and what a checked answer
// costs beside a bare JSON.parse. Ratios of medians, measured in turns in one process.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root, say, setup } from './setup.mjs';

setup();
const { makePackage } = await import('./package.mjs');
await makePackage();
const dist = path.join(root, 'pkg', 'dist');
const { ConversationsClient, preload } = await import(path.join(dist, 'index.mjs'));

const sizes = ['index.mjs', 'dixa_bg.mjs', 'dixa_bg.wasm'].map((name) => {
  const bytes = readFileSync(path.join(dist, name));
  return [
    name,
    { raw: bytes.length, gzip: gzipSync(bytes).length, brotli: brotliCompressSync(bytes).length },
  ];
});
console.table(Object.fromEntries(sizes));

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * Milliseconds of each, as medians; they take turns, so that what disturbs one disturbs all.
 * @param {Record<string, () => unknown>} subjects
 * @param {number} rounds
 * @param {number} repeat
 */
async function compare(subjects, rounds, repeat) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, subject] of Object.entries(subjects)) {
      const started = performance.now();
      for (let count = 0; count < repeat; count++) await subject();
      if (round >= rounds / 5) times[name].push((performance.now() - started) / repeat);
    }
  }
  const medians = Object.entries(times).map(
    ([name, values]) => /** @type {const} */ ([name, median(values)]),
  );
  const base = medians[0][1];
  console.table(
    Object.fromEntries(
      medians.map(([name, ms]) => [
        name,
        { ms: Number(ms.toFixed(4)), ratio: Number((ms / base).toFixed(2)) },
      ]),
    ),
  );
}

/** @param {number} count */
function messages(count) {
  const example = JSON.parse(
    readFileSync(path.join(root, 'tests/contract/examples/responses/listMessages.200.json'), 'utf8'),
  ).data[0];
  const text = 'I ordered two lamps and one of them arrived with a broken shade. Could you help me, please? ';
  return JSON.stringify({
    data: Array.from({ length: count }, (_, index) => ({
      ...example,
      externalId: String(index),
      attributes: {
        ...example.attributes,
        emailContent: { _type: 'Regular', content: { _type: 'Text', value: text.repeat(1 + (index % 5)) } },
      },
    })),
  });
}

await preload();
const options = { token: 't', rateLimit: false, logger: null };
for (const count of [20, 1000]) {
  const bytes = new TextEncoder().encode(messages(count));
  const fetch = async () => new Response(bytes);
  const dixa = new ConversationsClient({ ...options, fetch });
  say(`a list of ${count} messages (${(bytes.length / 1024).toFixed(0)} KB)`);
  await compare(
    {
      'fetch, text, JSON.parse': async () => JSON.parse(await (await fetch()).text()).data,
      'listMessages, unchecked': () => dixa.listMessages(1, { validation: 'off' }),
      'listMessages, checked': () => dixa.listMessages(1),
    },
    25,
    count > 100 ? 4 : 100,
  );
}
const fetchTags = async () => new Response('{"data":[]}');
const dixa = new ConversationsClient({ ...options, fetch: fetchTags });
say('one small call');
await compare(
  {
    'fetch, text, JSON.parse': async () => JSON.parse(await (await fetchTags()).text()).data,
    listTags: () => dixa.listTags(1),
  },
  25,
  400,
);
