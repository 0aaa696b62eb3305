// @ts-check
// Answers of `listMessages` to decode, made from the contract's shapes: the same ones in every run.

import { words } from './text.mjs';
import { whole } from './schemas/read.mjs';

/** @typedef {import('./schemas/read.mjs').Shape} Shape */

/**
 * What is in the payloads of a kind, as shares of 1.
 * @typedef {object} Shares
 * @property {number} nulls of the optional fields: there, and null (contract 2.6: it happens)
 * @property {number} absent of the optional fields
 * @property {number} zones of the timestamps: with `[GMT]` (contract 2.5: in half of the examples)
 * @property {number} unknownKinds of the objects of a union: of a `_type` that no version knows yet
 * @property {number} unknownFields of the objects: with a field that no version knows yet
 * @property {number} foreign of the sentences: not plain ASCII
 */

/** @type {Record<'realistic' | 'clean' | 'ascii', Shares>} */
export const KINDS = {
  realistic: { nulls: 0.15, absent: 0.25, zones: 0.5, unknownKinds: 0.01, unknownFields: 0.02, foreign: 0.3 },
  // Nothing to mend: what is there is as the models say.
  clean: { nulls: 0, absent: 0.4, zones: 0, unknownKinds: 0, unknownFields: 0, foreign: 0.3 },
  // As realistic, without a byte beyond ASCII.
  ascii: { nulls: 0.15, absent: 0.25, zones: 0.5, unknownKinds: 0.01, unknownFields: 0.02, foreign: 0 },
};

/** A field that no version knows yet. */
export const LATER = 'addedLater';

/** What an inbox sees of each kind of message, in parts; the others count one. */
const CHANNELS = {
  EmailAttributes: 20,
  ChatAttributes: 40,
  WhatsAppAttributes: 20,
  ContactFormAttributes: 4,
};

/** The middle of what messages say, in sentences: 75 KB are some 160 messages then. */
const SENTENCES = 1.5;

/**
 * @param {Shape} answer the envelope of `listMessages`
 * @param {keyof typeof KINDS} kind
 * @param {{ messages: number } | { bytes: number }} size
 */
export function payload(answer, kind, size) {
  const data = /** @type {{ fields: import('./schemas/read.mjs').Field[] }} */ (whole(answer)).fields.find(
    ({ name }) => name === 'data',
  )?.shape;
  if (data?.kind !== 'list') throw new Error('the data of listMessages is a list');
  const dice = generator(20_251);
  const list = [];
  for (let bytes = 11; 'messages' in size ? list.length < size.messages : bytes < size.bytes;) {
    const message = JSON.stringify(sample(data.of, '', KINDS[kind], dice));
    bytes += Buffer.byteLength(message) + 1;
    list.push(message);
  }
  return Buffer.from(`{"data":[${list.join(',')}]}`);
}

/** Numbers below one, the same ones each time (mulberry32). @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @param {Shape} shape
 * @param {string} name of the field that it is for
 * @param {Shares} shares
 * @param {() => number} dice
 * @returns {unknown}
 */
function sample(shape, name, shares, dice) {
  const below = (/** @type {number} */ limit) => Math.floor(dice() * limit);
  const inner = (/** @type {Shape} */ of, as = name) => sample(of, as, shares, dice);
  switch (shape.kind) {
    case 'named':
      return sample(whole(shape), name, shares, dice);
    case 'text':
      return text(name, shares, dice);
    case 'timestamp': {
      const time = new Date(
        Date.UTC(2025, below(12), 1 + below(28), below(24), below(60), below(60), below(1000)),
      );
      return time.toISOString() + (dice() < shares.zones ? '[GMT]' : '');
    }
    case 'int32':
      return below(4000);
    case 'int64':
      return below(10_000_000);
    case 'boolean':
      return dice() < 0.1;
    case 'literal':
      return shape.value;
    case 'list':
      return Array.from({ length: dice() < 0.7 ? 0 : 1 + below(2) }, () => inner(shape.of));
    case 'map':
      return Object.fromEntries(
        Array.from({ length: 1 + below(4) }, (_, at) => [`Field ${at}`, inner(shape.of)]),
      );
    case 'choice':
      return inner(/** @type {Shape} */ (shape.of[below(shape.of.length)]));
    case 'union':
      return kindOf(shape, shares, dice, inner);
    case 'object':
      return object(shape.fields, shares, dice, inner);
  }
}

/**
 * @param {import('./schemas/read.mjs').Field[]} fields
 * @param {Shares} shares
 * @param {() => number} dice
 * @param {(of: Shape, as?: string) => unknown} inner
 */
function object(fields, shares, dice, inner) {
  /** @type {Record<string, unknown>} */
  const made = {};
  for (const { name, shape, optional } of fields) {
    const lot = dice();
    const list = shape.kind === 'list';
    // Dixa's examples always have the lists.
    if (optional && !list && lot < shares.absent) continue;
    if (optional && lot > 1 - shares.nulls) made[name] = null;
    else made[name] = inner(shape, name);
  }
  if (dice() < shares.unknownFields) made[LATER] = { since: 2027 };
  return made;
}

/**
 * @param {Extract<Shape, { kind: 'union' }>} union
 * @param {Shares} shares
 * @param {() => number} dice
 * @param {(of: Shape, as?: string) => unknown} inner
 */
function kindOf({ of, tags, shared }, shares, dice, inner) {
  if (dice() < shares.unknownKinds) {
    return { ...object(shared, shares, dice, inner), mood: 'sunny', _type: 'AddedLater' };
  }
  const parts = tags.map((tag) => CHANNELS[/** @type {keyof typeof CHANNELS} */ (tag)] ?? 1);
  let lot = dice() * parts.reduce((sum, part) => sum + part, 0);
  const at = parts.findIndex((part) => (lot -= part) < 0);
  return inner(/** @type {Shape} */ (of[at]));
}

/** @param {string} name @param {Shares} shares @param {() => number} dice */
function text(name, { foreign }, dice) {
  const hex = () =>
    Math.floor(dice() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  if (/^(id|.*Id)$/.test(name)) return `${hex()}-0514-4606-a5d8-${hex()}abcd`;
  if (/email$/i.test(name)) return `someone.${hex()}@example.com`;
  if (/^(url|recording)$/.test(name)) return `https://files.dixa.io/private/${hex()}/attachment/${hex()}`;
  if (name === 'direction') return dice() < 0.6 ? 'Inbound' : 'Outbound';
  if (/name$/i.test(name)) return dice() < foreign ? 'Søren Müller' : 'Some One';
  if (/^(from|to|externalId)$/.test(name)) return `+45${hex()}`;
  return words(dice, { foreign, sentences: SENTENCES });
}
