// @ts-check
// What is to be sent, read as slowly as what came (`design.mjs`): what goes out for it, and what is said
// against it.

import { Reading, isJson } from './design.mjs';
import { member, slow } from './slow.mjs';

/**
 * @typedef {import('./shapes.mjs').Shape} Shape
 * @typedef {import('./slow.mjs').ObjectTree} ObjectTree
 * @typedef {import('./differences.mjs').Objection} Objection
 */

/** A reading of what is to be sent: nothing is made up, and ids have to be what they are said to be. */
class Sending extends Reading {
  /** @override */
  mendsLists = false;
  /** @override @type {Objection} */
  noUuid = 'no UUID in a request';

  /**
   * Digits go out as the number that they are, and a number that was rounded before it came here does not.
   * @override
   * @param {import('./slow.mjs').Tree} tree
   * @param {string} path
   */
  int64(tree, path) {
    const value = super.int64(tree, path);
    if (typeof value !== 'string' || this.issues.at(-1)?.path === path) return value;
    if (tree.kind === 'number') this.wrong(path, 'a number that JavaScript has rounded');
    else if (Math.abs(Number(value)) === 2 ** 63) this.objections.add('the last integers of 64 bits');
    return Number(value);
  }

  /**
   * @override
   * @param {string} clean
   * @param {string} path
   */
  timestamp(clean, path) {
    if (!/:\d\d:\d\d.*(Z|:\d\d)$/.test(clean)) this.wrong(path, 'a time that is only read');
    return clean;
  }

  /**
   * @override
   * @param {ObjectTree} tree
   * @param {import('./shapes.mjs').Union} shape
   * @param {string} path
   */
  union(tree, shape, path) {
    const tag = member(tree, '_type');
    const name = tag?.kind === 'string' ? JSON.parse(tag.raw) : undefined;
    const known = shape.kinds.get(name);
    if (known) return this.object(tree, known, path);
    if (name === undefined) this.wrong(`${path}._type`, 'another kind');
    const own = member(tree, 'rawType');
    const met = shape.open && name === 'Unknown';
    if (name !== undefined) {
      this.objections.add(
        met && !own ? 'a kind without a name in a request' : 'an unknown kind in a request',
      );
    }
    if (!met || !own) return JSON.parse(tree.raw);
    // What an answer had as `Unknown` goes back under its own tag.
    const { rawType, ...result } = this.object(tree, shape.shared, path, true);
    return { ...result, _type: rawType };
  }
}

/**
 * Reads the body of a request as the design says. What is not known to the models is sent as it is.
 * @param {string} operation
 * @param {string} text
 * @param {Shape} shape
 */
export function sent(operation, text, shape) {
  const body = isJson(text) ? slow(text) : undefined;
  if (body?.kind !== 'object') return undefined;
  const sending = new Sending();
  const value = sending.value(body, shape, '$');
  const force = member(body, 'force')?.kind ?? 'null';
  if (operation === 'claimConversation' && force === 'null')
    sending.wrong('$.force', 'a force that is not said');
  const issues = sending.issues.filter(({ severity }) => severity === 'error');
  return { value, issues, objections: sending.objections };
}
