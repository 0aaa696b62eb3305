// @ts-check
// A run as tables, for the terminal and for documents. Nothing is measured here.

/**
 * @typedef {{ title: string, columns: string[], rows: string[][] }} Table the first column names the row
 * @typedef {import('./run.mjs').Result} Result
 * @typedef {import('./statistics.mjs').Summary} Summary
 */

const KILO = 1024;

/** Two digits after the point, where they say something. @param {number} value */
export const short = (value) => value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);

/** @param {Summary} summary */
const spread = ({ median, low, high }) => `${short(median)} (${short(low)}–${short(high)})`;

/** @param {number} bytes */
const kilobytes = (bytes) => (bytes / KILO).toFixed(1);

/** @param {Result} result @returns {Table[]} */
export function tables({ decode, calls, sizes, cold, memory }) {
  return [
    ...(decode ? [...decoding(decode), linear(decode)] : []),
    ...(calls ? [calling(calls)] : []),
    ...(sizes ? weighing(sizes) : []),
    ...(cold ? [starting(cold)] : []),
    ...(memory ? [remembering(memory)] : []),
  ];
}

/** @param {NonNullable<Result['decode']>} decode */
function decoding({ races }) {
  const kinds = [...new Set(races.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const some = races.filter((race) => race.kind === kind);
    const names = some[0]?.places.map(({ name }) => name) ?? [];
    return {
      title: `A list of messages decoded, ${kind}: ms of processor time, and times fetch + JSON.parse`,
      columns: ['', ...some.flatMap(({ size, messages }) => [`${size} (${messages}), ms`, `${size}, ×`])],
      rows: names.map((name, at) => [
        name,
        ...some.flatMap(({ places }) => {
          const place = places[at];
          return place ? [short(place.cpuMs.median), spread(place.ratio)] : ['', ''];
        }),
      ]),
    };
  });
}

/** @param {NonNullable<Result['decode']>} decode @returns {Table} */
function linear({ linear }) {
  return {
    title: 'Nanoseconds a message, by how many there are',
    columns: ['', ...linear.map(({ messages }) => messages.toLocaleString('en'))],
    rows: (linear[0]?.nsPerMessage ?? []).map(({ name }, at) => [
      name,
      ...linear.map(({ nsPerMessage }) => String(Math.round(nsPerMessage[at]?.ns ?? NaN))),
    ]),
  };
}

/** @param {NonNullable<Result['calls']>} calls @returns {Table} */
function calling({ places }) {
  return {
    title: 'One call with a tiny answer that is there at once',
    columns: ['', 'µs of processor time', 'least', 'µs on the clock', '× fetch + JSON'],
    rows: places.map(({ name, cpuMs, wallMs, ratio }) => [
      name,
      short(cpuMs.median * 1000),
      short(cpuMs.least * 1000),
      short(wallMs.median * 1000),
      spread(ratio),
    ]),
  };
}

/** @param {NonNullable<Result['sizes']>} sizes @returns {Table[]} */
function weighing({ ours, peers }) {
  const table = (/** @type {string} */ title, /** @type {typeof ours} */ rows) => ({
    title,
    columns: ['', 'KB', 'gzip', 'brotli'],
    rows: rows.map(({ name, raw, gzip, brotli }) => [name, ...[raw, gzip, brotli].map(kilobytes)]),
  });
  return [
    table('What a page downloads: each entry of this package', ours),
    table('What a page downloads: the others', peers),
  ];
}

/** @param {NonNullable<Result['cold']>} cold @returns {Table} */
function starting({ places }) {
  const [node] = places;
  return {
    title: 'From import to the first checked answer, ms, less what an empty program takes',
    columns: ['', 'Node, whole process', ...places.map(({ version }) => version.replace(/^v/, 'Node '))],
    rows: (node?.programs ?? []).map(({ name, wholeMs }, at) => [
      name,
      spread(wholeMs),
      ...places.map(({ programs }) => (programs[at] ? spread(programs[at].ms) : '')),
    ]),
  };
}

/** @param {NonNullable<Result['memory']>} memory @returns {Table} */
function remembering({ rows }) {
  return {
    title: 'KB in use before and after so many calls',
    columns: ['', 'calls', 'heap before', 'heap after', 'wasm before', 'wasm after'],
    rows: rows.map(({ name, calls, before, after }) => [
      name,
      calls.toLocaleString('en'),
      ...[before.heap, after.heap, before.wasm, after.wasm].map(kilobytes),
    ]),
  };
}

/** @param {Table} table */
export function show({ title, columns, rows }) {
  console.log(`\n${title}`);
  const [, ...heads] = columns;
  const lines = rows.map(([name = '', ...cells]) => [
    name,
    Object.fromEntries(cells.map((cell, at) => [heads[at], cell])),
  ]);
  console.table(Object.fromEntries(lines));
}

/** @param {Omit<Table, 'title'>} table */
export function markdown({ columns, rows }) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}
