// @ts-check
// Answers of the API's shapes as JSON texts: good ones, odd ones that are mended, and bad ones. Not here:
// what is right about them (`design.mjs`).

import { ENTRIES } from './shapes.mjs';
import { json, quoted } from './texts.mjs';
import {
  BAD_INTEGERS,
  BAD_TIMES,
  INTEGERS,
  ODD_INTEGERS,
  ODD_TIMES,
  ODD_UUIDS,
  SAFE_INTEGERS,
  SPACES,
  TEXTS,
  TIMES,
  UNKNOWN_KEYS,
  UNKNOWN_TAGS,
  UUIDS,
} from './words.mjs';

/**
 * @typedef {import('./dice.mjs').Dice} Dice
 * @typedef {import('./shapes.mjs').Shape} Shape
 * @typedef {import('./shapes.mjs').ObjectShape} ObjectShape
 * @typedef {{ odd: number, bad: number }} Manners how often something odd, or bad, stands there instead
 */

/** What the package says of a kind that it does not know, should somebody else say it. */
const RAW_TYPE = /** @type {const} */ ({
  shape: { kind: 'constant', value: 'FaxConversation' },
  required: true,
  nullable: false,
});

/** Makes answers. */
class Maker {
  /**
   * @param {Dice} dice
   * @param {Manners} manners
   */
  constructor(dice, manners) {
    this.dice = dice;
    this.manners = manners;
  }

  odd() {
    return this.dice.chance(this.manners.odd);
  }

  bad() {
    return this.dice.chance(this.manners.bad);
  }

  space() {
    return this.odd() ? this.dice.of(SPACES) : '';
  }

  /** @param {string} text */
  string(text) {
    return quoted(this.dice, text, this.odd() ? 0.2 : 0);
  }

  /**
   * @param {Shape} shape
   * @returns {string}
   */
  value(shape) {
    const { dice } = this;
    if (this.bad() && dice.chance(0.5)) return json(dice, 2);
    switch (shape.kind) {
      case 'json':
        return json(dice, 2);
      case 'text':
        return this.string(dice.of(TEXTS));
      case 'constant':
        return this.string(this.odd() ? dice.of(TEXTS) : shape.value);
      case 'boolean':
        return dice.of(['true', 'false']);
      case 'uuid':
        return this.string(dice.of(this.odd() ? ODD_UUIDS : UUIDS));
      case 'enum':
        return this.string(this.odd() ? dice.of([...UNKNOWN_TAGS, 'Nps2']) : dice.of(shape.known));
      case 'timestamp':
        return this.string(dice.of(this.bad() ? BAD_TIMES : this.odd() ? ODD_TIMES : TIMES));
      case 'phone':
        return dice.chance(0.5)
          ? this.string('+4512345678')
          : this.odd()
            ? dice.of(['1.5', '987654321.0', '1e400'])
            : '987654321';
      case 'int32':
        return dice.of(
          this.bad()
            ? [...BAD_INTEGERS, ...ODD_INTEGERS]
            : this.odd()
              ? ['1.0', '1e3', '-0', '120e-1']
              : INTEGERS,
        );
      case 'int64':
        return dice.of(
          this.bad() ? BAD_INTEGERS : this.odd() ? ODD_INTEGERS : [...INTEGERS, ...SAFE_INTEGERS],
        );
      case 'list':
        return this.odd() && dice.chance(0.3) ? 'null' : this.items('[]', () => this.value(shape.item));
      case 'map': {
        const keys = [
          'a',
          'created_at',
          'd58c8b1c-85ad-4678-a6c8-7442945f3836',
          ...(this.odd() ? UNKNOWN_KEYS : []),
        ];
        return this.items('{}', (at) =>
          this.member(keys[(at * 7) % keys.length] ?? '', this.value(shape.value)),
        );
      }
      case 'object':
        return this.object(shape, shape.tag);
      case 'union':
        return this.union(shape);
      case 'choice':
        return this.value(dice.of(shape.options));
    }
  }

  /**
   * @param {string} brackets
   * @param {(at: number) => string} item
   */
  items(brackets, item) {
    const items = Array.from({ length: this.dice.below(4) }, (_, at) => item(at));
    return this.joined(brackets, items);
  }

  /**
   * @param {string} brackets
   * @param {string[]} items
   */
  joined(brackets, items) {
    const spaced = items.map((item) => `${this.space()}${item}${this.space()}`);
    return `${brackets.charAt(0)}${spaced.join(',') || this.space()}${brackets.charAt(1)}`;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  member(key, value) {
    return `${this.string(key)}${this.space()}:${this.space()}${value}`;
  }

  /**
   * @param {ObjectShape} shape
   * @param {string} [tag]
   */
  object(shape, tag) {
    const { dice } = this;
    /** @type {string[]} */
    const members = [];
    // Attributes that do not say what they are, in an entry that does.
    const attributes = shape.fields.get('attributes')?.shape;
    const hosts = attributes?.kind === 'union' && shape.fields.has('_type') && this.odd();
    const [entry, kind] = hosts ? dice.of([...ENTRIES]) : [];
    for (const [name, field] of shape.fields) {
      const list = field.shape.kind === 'list';
      if (field.required && !(list && this.odd()) ? this.bad() : dice.chance(0.4)) continue;
      const made = () =>
        hosts && name === '_type'
          ? this.string(entry ?? '')
          : hosts && name === 'attributes'
            ? this.object({ kind: 'object', fields: attributes.kinds.get(kind ?? '')?.fields ?? new Map() })
            : !field.required && this.odd() && dice.chance(0.4)
              ? 'null'
              : this.value(field.shape);
      members.push(this.member(name, made()));
      // Said twice: the last counts, whatever the first was.
      if (this.odd() && dice.chance(0.15))
        members.unshift(this.member(name, dice.chance(0.5) ? json(dice, 1) : made()));
    }
    if (this.odd()) members.push(this.member(dice.of(UNKNOWN_KEYS), json(dice, 2)));
    if (tag !== undefined) members.push(this.member('_type', this.string(tag)));
    if (tag !== undefined && this.odd() && dice.chance(0.1))
      members.unshift(this.member('_type', json(dice, 1)));
    if (dice.chance(0.5)) members.reverse();
    return this.joined('{}', members);
  }

  /** @param {import('./shapes.mjs').Union} shape */
  union(shape) {
    const { dice } = this;
    const known = /** @type {[string, ObjectShape]} */ (dice.of([...shape.kinds]));
    if (this.odd() && dice.chance(0.5)) {
      // Of a kind that nobody knows, with the fields of one that is known.
      const fields = new Map([...known[1].fields, ...(dice.chance(0.3) ? shape.shared.fields : [])]);
      if (dice.chance(0.2)) fields.set('rawType', RAW_TYPE);
      return this.object({ kind: 'object', fields }, dice.of([undefined, 'Unknown', ...UNKNOWN_TAGS]));
    }
    if (this.bad() && dice.chance(0.3)) {
      const fields = this.object(known[1]);
      return `${fields.slice(0, -1)}${/^\{\s*\}$/.test(fields) ? '' : ','}"_type":${json(dice, 1)}}`;
    }
    return this.object(known[1], known[0]);
  }
}

/**
 * The body of an answer.
 * @param {Dice} dice
 * @param {{ data: Shape, meta?: Shape }} answer
 * @param {Manners} manners
 */
export function answer(dice, { data, meta }, manners) {
  const maker = new Maker(dice, manners);
  const members = [maker.member('data', maker.value(data))];
  if (meta && dice.chance(0.3)) {
    const next = dice.of(['null', '""', '"/v1/x?pageKey=a%3D"']);
    members.push(
      maker.member(
        'meta',
        maker.odd() ? 'null' : dice.chance(0.5) ? '{}' : `{"previous":null,"next":${next}}`,
      ),
    );
  }
  if (maker.odd()) members.push(maker.member(dice.of(UNKNOWN_KEYS), json(dice, 2)));
  return maker.joined('{}', members);
}

/** How well-mannered an answer may be. */
export const MANNERS = /** @type {const} */ ([
  { odd: 0, bad: 0 },
  { odd: 0.05, bad: 0 },
  { odd: 0.3, bad: 0 },
  { odd: 0.05, bad: 0.02 },
  { odd: 0.2, bad: 0.1 },
]);

/**
 * The body of a request.
 * @param {Dice} dice
 * @param {Shape} shape
 * @param {Manners} manners
 */
export const request = (dice, shape, manners) => new Maker(dice, manners).value(shape);
