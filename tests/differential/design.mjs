// @ts-check
// «Decoded values» of the design, read slowly: what is returned for a text, what is found in it, and
// which of the judges objects. Written from the design and the contract, not from the crate.

import { refuses } from './differences.mjs';
import { ENTRIES } from './shapes.mjs';
import { member, slow } from './slow.mjs';

/**
 * @typedef {import('./shapes.mjs').Shape} Shape
 * @typedef {import('./shapes.mjs').ObjectShape} ObjectShape
 * @typedef {import('./slow.mjs').Tree} Tree
 * @typedef {import('./slow.mjs').ObjectTree} ObjectTree
 * @typedef {import('./differences.mjs').Objection} Objection
 * @typedef {import('./calls.mjs').Found} Found
 */

const SAFE = 2n ** 53n - 1n;
const [LEAST, MOST] = [-(2n ** 63n), 2n ** 63n - 1n];
const TIMESTAMP =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d))(?:\[[A-Za-z0-9_/+-]+\])?$/;
/** How the contract writes it (6.1): any digits. */
const LOOSE_TIMESTAMP =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)(\[[A-Za-z0-9_/+-]+\])?$/;
const UUID = /^(urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * A JSON number as an integer, however it is written.
 * @param {string} raw
 * @returns {bigint | 'fraction' | 'endless'}
 */
function integer(raw) {
  const [, sign, whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(raw) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return 0n;
  const exponent = BigInt(power) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  if (exponent < 0n) return 'fraction';
  if (exponent > 30n) return 'endless';
  return BigInt(`${sign}${significant}`) * 10n ** exponent;
}

/** A reading of one text of the server's. */
export class Reading {
  /** @type {Found[]} */
  issues = [];
  /**
   * A list that is never sent: absent stays absent (design, Settled points).
   * @type {string | undefined}
   */
  neverSent;
  /** @type {Set<Objection>} What gives one judge or all of them reason to refuse it. */
  objections = new Set();
  /** Whether `null` and nothing are the empty list where a list is due. */
  mendsLists = true;
  /** @type {Objection} */
  noUuid = 'no UUID';

  /**
   * @param {string} path
   * @param {Objection} objection
   */
  wrong(path, objection) {
    this.objections.add(objection);
    if (refuses('table', new Set([objection]))) this.issues.push({ path, severity: 'error' });
  }

  /** @param {string} path */
  news(path) {
    this.issues.push({ path, severity: 'info' });
  }

  /**
   * @param {string} clean
   * @param {string} _path
   */
  timestamp(clean, _path) {
    return clean;
  }

  /**
   * @param {Tree} tree
   * @param {Shape} shape
   * @param {string} path
   * @param {ObjectTree} [host] the object that has it as a field
   * @returns {unknown}
   */
  value(tree, shape, path, host) {
    const plain = () => JSON.parse(tree.raw);
    const wrong = (/** @type {Objection} */ objection = 'another kind') => {
      this.wrong(path, objection);
      return plain();
    };
    switch (shape.kind) {
      case 'json':
        return plain();
      case 'text':
        return tree.kind === 'string' ? plain() : wrong();
      case 'constant':
        if (tree.kind !== 'string') return wrong();
        return plain() === shape.value ? plain() : wrong('another constant');
      case 'boolean':
        return tree.kind === 'boolean' ? plain() : wrong();
      case 'uuid':
        if (tree.kind !== 'string') return wrong();
        return UUID.test(plain()) ? plain() : wrong(this.noUuid);
      case 'enum':
        if (tree.kind !== 'string') return wrong();
        if (shape.known.includes(plain())) return plain();
        this.news(path);
        if (shape.closed) this.objections.add('a value that the schema does not list');
        return plain();
      case 'timestamp': {
        if (tree.kind !== 'string') return wrong();
        const [, clean] = TIMESTAMP.exec(plain()) ?? [];
        if (clean !== undefined) return this.timestamp(clean, path);
        return wrong(LOOSE_TIMESTAMP.test(plain()) ? 'no such time' : 'no timestamp');
      }
      case 'phone':
        if (tree.kind === 'string') return plain();
        if (tree.kind !== 'number') return wrong();
        if (!Number.isInteger(plain())) wrong('a phone number that is no integer');
        return plain();
      case 'int32': {
        if (tree.kind !== 'number') return wrong();
        const whole = integer(tree.raw);
        const fits = (/** @type {number | bigint} */ number) => number >= -(2 ** 31) && number < 2 ** 31;
        if (typeof whole === 'bigint' && fits(whole)) return plain();
        const rounded = whole === 'fraction' && Number.isInteger(plain()) && fits(plain());
        return wrong(rounded ? 'a fraction that a double rounds' : 'another kind');
      }
      case 'int64':
        return this.int64(tree, path);
      case 'list':
        if (tree.kind === 'null' && this.mendsLists) return [];
        if (tree.kind !== 'array') return wrong();
        return tree.items.map((item, index) => this.value(item, shape.item, `${path}[${index}]`));
      case 'map': {
        if (tree.kind !== 'object') return wrong();
        return built(tree, (key, value) => {
          if (shape.uuidKeys && !UUID.test(key)) this.wrong(`${path}[*]`, this.noUuid);
          if (value.kind === 'null' && shape.nullable) return null;
          if (value.kind === 'null' && shape.value.kind === 'list')
            this.objections.add('null for a list in a map');
          return this.value(value, shape.value, `${path}[*]`);
        });
      }
      case 'object':
        if (tree.kind === 'object') return this.object(tree, shape, path);
        return wrong(tree.kind === 'array' ? 'an array for an object' : 'another kind');
      case 'union':
        return tree.kind === 'object' ? this.union(tree, shape, path, host) : wrong();
      case 'choice': {
        const option = shape.options.find((one) => mayBe(tree, one));
        return option ? this.value(tree, option, path) : wrong();
      }
    }
  }

  /**
   * @param {Tree} tree
   * @param {string} path
   */
  int64(tree, path) {
    const plain = JSON.parse(tree.raw);
    if (tree.kind === 'string') {
      const digits = /^-?(0|[1-9]\d*)$/.test(plain) ? BigInt(plain) : undefined;
      if (digits === undefined || digits < LEAST || digits > MOST) this.wrong(path, 'another kind');
      else this.objections.add('an integer in a string');
      const safe = digits !== undefined && digits >= -SAFE && digits <= SAFE;
      return safe ? Number(digits) : plain;
    }
    if (tree.kind !== 'number') {
      this.wrong(path, 'another kind');
      return plain;
    }
    const whole = integer(tree.raw);
    if (typeof whole !== 'bigint' || whole < LEAST || whole > MOST) {
      // What those say who see a double and not the digits depends on the double.
      const size = Number.isInteger(plain) ? Math.abs(plain) : Infinity;
      this.wrong(
        path,
        size > 2 ** 63
          ? 'another kind'
          : size === 2 ** 63
            ? 'just beyond 64 bits'
            : 'a fraction that a double rounds',
      );
      return whole === 'fraction' ? plain : tree.raw;
    }
    return whole >= -SAFE && whole <= SAFE ? plain : String(whole);
  }

  /**
   * @param {ObjectTree} tree
   * @param {ObjectShape} shape
   * @param {string} path
   * @param {boolean} [open] whether what is not in the shape is left alone
   */
  object(tree, shape, path, open = false) {
    const result = built(tree, (key, value) => {
      const field = shape.fields.get(key);
      if (!field) return JSON.parse(value.raw);
      const mended = field.shape.kind === 'list' && this.mendsLists && key !== this.neverSent;
      const isOptional = !field.required || field.spared || key === this.neverSent;
      if (value.kind === 'null' && isOptional && !mended) {
        if (!field.nullable) this.objections.add('null for what may be absent');
        return ABSENT;
      }
      return this.value(value, field.shape, `${path}.${key}`, tree);
    });
    for (const { key, written } of open ? [] : tree.members) {
      if (shape.fields.has(key) || (key === '_type' && shape.tag !== undefined)) continue;
      // Only what looks like a word of Dixa's is told.
      this.news(`${path}.${/^[\w.-]{1,64}$/.test(written) ? written : '(a string that is no name)'}`);
    }
    for (const [name, field] of shape.fields) {
      if (name === this.neverSent || tree.members.some(({ key }) => key === name)) continue;
      if (field.shape.kind === 'list' && this.mendsLists) result[name] = [];
      else if (field.spared) this.objections.add('a message without content');
      else if (field.required) this.wrong(`${path}.${name}`, 'another kind');
    }
    return result;
  }

  /**
   * @param {ObjectTree} tree
   * @param {import('./shapes.mjs').Union} shape
   * @param {string} path
   * @param {ObjectTree} [host]
   */
  union(tree, shape, path, host) {
    const tag = member(tree, '_type');
    const known = tag?.kind === 'string' ? shape.kinds.get(JSON.parse(tag.raw)) : undefined;
    if (known) return this.object(tree, known, path);
    if (tag && tag.kind !== 'string')
      this.wrong(`${path}._type`, tag.kind === 'null' ? 'null for a tag' : 'another kind');
    else {
      this.news(`${path}._type`);
      this.objections.add('an unknown kind');
    }
    const inferred = !tag && host ? this.inferred(tree, shape, path, host) : undefined;
    if (inferred) return inferred;
    const result = this.object(tree, shape.shared, path, true);
    result['_type'] = 'Unknown';
    if (tag) result['rawType'] = JSON.parse(tag.raw);
    return result;
  }

  /**
   * What says no kind is of the one that is due there, if nothing in it speaks against that (ambiguities 6).
   * @param {ObjectTree} tree
   * @param {import('./shapes.mjs').Union} shape
   * @param {string} path
   * @param {ObjectTree} host
   */
  inferred(tree, shape, path, host) {
    const entry = member(host, '_type');
    const name = entry?.kind === 'string' ? ENTRIES.get(JSON.parse(entry.raw)) : undefined;
    const kind = name !== undefined && shape.kinds.get(name);
    if (!kind) return undefined;
    const trial = new Reading();
    const result = trial.object(tree, kind, path);
    if (trial.issues.some(({ severity }) => severity === 'error')) return undefined;
    this.issues.push(...trial.issues);
    for (const objection of trial.objections) this.objections.add(objection);
    return { ...result, _type: name };
  }
}

const ABSENT = Symbol('absent');

/**
 * An object as `JSON.parse` builds it: the last member of a name counts, and no name is special.
 * @param {ObjectTree} tree
 * @param {(key: string, value: Tree) => unknown} make
 * @returns {Record<string, unknown>}
 */
function built(tree, make) {
  const last = new Map(tree.members.map(({ key, value }) => [key, value]));
  const entries = [...last].map(([key, value]) => /** @type {const} */ ([key, make(key, value)]));
  return Object.fromEntries(entries.filter(([, value]) => value !== ABSENT));
}

/**
 * Whether a value is of the JSON kind of a shape; of an array, whether its first item is.
 * @param {Tree} tree
 * @param {Shape} shape
 * @returns {boolean}
 */
function mayBe(tree, shape) {
  if (shape.kind === 'text') return tree.kind === 'string';
  if (shape.kind === 'union' || shape.kind === 'object') return tree.kind === 'object';
  if (shape.kind !== 'list' || tree.kind !== 'array') return false;
  const [first] = tree.items;
  return first === undefined || mayBe(first, shape.item);
}

/** @param {string} text */
export function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads the body of an answer as the design says; nothing when it is no answer, which `acceptance.mjs` is about.
 * @param {string} text
 * @param {{ operation: { name: string }, data: Shape, meta?: Shape }} answer
 */
export function read(text, answer) {
  if (!isJson(text)) return undefined;
  const envelope = slow(text);
  const data = envelope.kind === 'object' ? member(envelope, 'data') : undefined;
  if (envelope.kind !== 'object' || !data || data.kind === 'null') return undefined;
  const reading = new Reading();
  if (answer.operation.name === 'listEndUserConversations') reading.neverSent = 'customAttributes';
  const value = reading.value(data, answer.data, '$.data');
  const meta = member(envelope, 'meta');
  if (answer.meta && meta && meta.kind !== 'null') reading.value(meta, answer.meta, '$.meta');
  for (const { key, written } of envelope.members) {
    if (key !== 'data' && key !== 'meta') {
      reading.news(`$.${/^[\w.-]{1,64}$/.test(written) ? written : '(a string that is no name)'}`);
    }
  }
  return { value, issues: reading.issues, objections: reading.objections };
}
