// @ts-check
// A document of OpenAPI 3 told in the words of the crate's shapes, place by place: what has a name is read when
// somebody gets there. Not here: the comparison (`compare.mjs`).

import { parse } from 'yaml';

/**
 * @typedef {any} Schema as the document has it
 * @typedef {'text' | 'uuid' | 'timestamp' | 'boolean' | 'number' | 'int32' | 'int64' | 'anything'} Scalar
 * @typedef {{ schema: Schema, required: boolean }} Member
 * @typedef {{ is: Scalar }
 *   | { is: 'enum', values: string[] }
 *   | { is: 'list' | 'map', of: Schema }
 *   | { is: 'choice', of: Schema[] }
 *   | { is: 'object', fields: Map<string, Member> }
 *   | { is: 'union', kinds: Map<string, Schema> }} Told
 * @typedef {{ in: string, name: string, required: boolean, schema: Schema }} Parameter
 * @typedef {object} Operation
 * @property {string} method
 * @property {string} path
 * @property {boolean} deprecated
 * @property {Parameter[]} parameters
 * @property {Member | undefined} body
 * @property {Schema | undefined} answer
 */

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const JSON_TYPE = /^application\/(.+\+)?json\b/;

export class Document {
  /** @param {string} text YAML or JSON */
  constructor(text) {
    this.root = parse(text);
    if (typeof this.root?.paths !== 'object')
      throw new Error('this is no document of OpenAPI: it has no `paths`');
  }

  /** @returns {Operation[]} */
  operations() {
    return Object.entries(this.root.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => this.#operation(path, item, method)),
    );
  }

  /**
   * @param {string} path
   * @param {any} item
   * @param {string} method
   */
  #operation(path, item, method) {
    const operation = item[method];
    const body = operation.requestBody && this.resolved(operation.requestBody);
    const responses = Object.entries(operation.responses ?? {});
    const [, response] = responses.find(([status]) => /^2/.test(status)) ?? [];
    return {
      method: method.toUpperCase(),
      path,
      deprecated: operation.deprecated === true || operation['x-deprecation'] !== undefined,
      parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((raw) => {
        const parameter = this.resolved(raw);
        return { ...parameter, required: parameter.required === true };
      }),
      body: body && { schema: content(body), required: body.required === true },
      answer: response && content(this.resolved(response)),
    };
  }

  /**
   * What a reference, or a reference to a reference, leads to.
   * @param {Schema} node
   * @returns {Schema}
   */
  resolved(node) {
    if (typeof node?.$ref !== 'string') return node;
    const steps = node.$ref.replace(/^#\//, '').split('/');
    const unescaped = steps.map((/** @type {string} */ step) =>
      step.replaceAll('~1', '/').replaceAll('~0', '~'),
    );
    const found = unescaped.reduce(
      (/** @type {any} */ at, /** @type {string} */ step) => at?.[step],
      this.root,
    );
    if (found === undefined) throw new Error(`the document refers to ${node.$ref}, which is not in it`);
    return this.resolved(found);
  }

  /** Whether `null` may stand there. @param {Schema} schema @returns {boolean} */
  isNullable(schema) {
    const { type, nullable, anyOf, oneOf } = this.resolved(schema);
    if (nullable === true || [type].flat().includes('null')) return true;
    return (anyOf ?? oneOf ?? []).some((/** @type {Schema} */ one) => this.isNullable(one));
  }

  /** What stands there, `null` left out. @param {Schema} given @returns {Told} */
  told(given) {
    const schema = merged(this.resolved(given), this);
    const several = this.#choices(schema);
    if (several) return this.#several(several);
    const types = [schema.type].flat().filter((type) => type !== undefined && type !== 'null');
    if (types.length > 1) return { is: 'choice', of: types.map((type) => ({ ...schema, type })) };
    if (schema.enum)
      return { is: 'enum', values: schema.enum.filter((/** @type {unknown} */ one) => one !== null) };
    if (schema.const !== undefined) return { is: 'enum', values: [schema.const] };
    switch (types[0] ?? (schema.properties ? 'object' : undefined)) {
      case 'string':
        return { is: stringOf(schema) };
      case 'integer':
        return { is: schema.format === 'int32' ? 'int32' : 'int64' };
      case 'number':
        return { is: 'number' };
      case 'boolean':
        return { is: 'boolean' };
      case 'array':
        return { is: 'list', of: schema.items ?? {} };
      case 'object':
        return this.#object(schema);
      default:
        return { is: 'anything' };
    }
  }

  /** @param {Schema} schema @returns {Schema[] | undefined} */
  #choices({ anyOf, oneOf }) {
    return (anyOf ?? oneOf)?.filter((/** @type {Schema} */ one) => this.resolved(one).type !== 'null');
  }

  /** One of several. Objects with a fixed `_type` are a union, whether it is declared as one or not. @param {Schema[]} several @returns {Told} */
  #several(several) {
    if (several.length === 1) return this.told(several[0]);
    const values = several.flatMap((one) => this.resolved(one).enum ?? []);
    // Known values, or any text: an open enum.
    if (values.length > 0) return { is: 'enum', values };
    const kinds = several.map((one) => /** @type {const} */ ([this.#tag(one), one]));
    const tagged = kinds.flatMap(([tag, one]) =>
      tag === undefined ? [] : [/** @type {const} */ ([tag, one])],
    );
    if (tagged.length === several.length) return { is: 'union', kinds: new Map(tagged) };
    const others = kinds.flatMap(([tag, one]) => (tag === undefined ? [one] : []));
    const union = tagged.length > 0 ? [{ oneOf: tagged.map(([, one]) => one) }] : [];
    return { is: 'choice', of: [...others, ...union] };
  }

  /** Dixa's own documents have no `_type`: there the title is what it would be (contract 5). @param {Schema} given @returns {string | undefined} */
  #tag(given) {
    const schema = merged(this.resolved(given), this);
    const tag = this.resolved(schema.properties?._type ?? {});
    return tag.const ?? (tag.enum?.length === 1 ? tag.enum[0] : schema.properties && schema.title);
  }

  /** @param {Schema} schema @returns {Told} */
  #object({ properties, required = [], additionalProperties }) {
    if (!properties)
      return { is: 'map', of: typeof additionalProperties === 'object' ? additionalProperties : {} };
    const fields = Object.entries(properties).map(
      ([name, schema]) => /** @type {const} */ ([name, { schema, required: required.includes(name) }]),
    );
    return { is: 'object', fields: new Map(fields) };
  }
}

/**
 * The schema of what has content, or nothing when it has none.
 * @param {any} holder
 * @returns {Schema | undefined}
 */
function content({ content = {} }) {
  const type = Object.keys(content).find((name) => JSON_TYPE.test(name));
  return type && (content[type].schema ?? {});
}

/** @param {Schema} schema @returns {Scalar} */
function stringOf({ format, pattern }) {
  if (format === 'uuid') return 'uuid';
  // A timestamp with a zone's name behind it has no format of its own.
  return format === 'date-time' || pattern?.startsWith('^\\d{4}-') ? 'timestamp' : 'text';
}

/**
 * What all of several schemas say, as one.
 * @param {Schema} schema
 * @param {Document} document
 * @returns {Schema}
 */
function merged(schema, document) {
  if (!schema.allOf) return schema;
  const { allOf, ...rest } = schema;
  const parts = allOf.map((/** @type {Schema} */ one) => merged(document.resolved(one), document));
  return [...parts, rest].reduce((all, part) => ({
    ...all,
    ...part,
    ...((all.properties ?? part.properties) && { properties: { ...all.properties, ...part.properties } }),
    ...((all.required ?? part.required) && { required: [...(all.required ?? []), ...(part.required ?? [])] }),
  }));
}
