// @ts-check
// The answers' schemas of `openapi.yaml`, told in the terms of the design: optional, list, open enum, union.
// Nothing here comes from the crate.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { operations } from '../contract/validator.mjs';

/**
 * @typedef {{ kind: 'json' | 'text' | 'uuid' | 'timestamp' | 'boolean' | 'int32' | 'int64' | 'phone' }} Scalar
 * @typedef {{ kind: 'constant', value: string }} Constant a string that the schema fixes
 * @typedef {{ kind: 'enum', known: string[], closed?: boolean }} Enum `closed`: the schema takes no other value
 * @typedef {{ kind: 'list', item: Shape }} List
 * @typedef {{ kind: 'map', value: Shape, nullable: boolean, uuidKeys: boolean }} Map_
 * @typedef {{ kind: 'object', fields: Map<string, Field>, tag?: string }} ObjectShape
 * @typedef {{ shape: Shape, required: boolean, nullable: boolean, spared?: boolean }} Field `spared`: the schema alone
 * requires it
 * @typedef {{ kind: 'union', kinds: Map<string, ObjectShape>, shared: ObjectShape, open: boolean }} Union
 * @typedef {{ kind: 'choice', options: Shape[] }} Choice
 * @typedef {Scalar | Constant | Enum | List | Map_ | ObjectShape | Union | Choice} Shape
 */

const document = parse(readFileSync(new URL('../contract/openapi.yaml', import.meta.url), 'utf8'));

/** Whose content the schema requires, and the design does not (ambiguities 9). */
const SPARED = ['Outbound', 'CreateMessageOutputData'].map((name) => document.components.schemas[name]);

/** Which attributes an entry of the activity log has, by its own `_type`: the table of the contract's 6.7. */
export const ENTRIES = new Map(
  readFileSync(new URL('../contract/CONTRACT.md', import.meta.url), 'utf8')
    .split('\n### ')
    .find((section) => section.startsWith('6.7 '))
    ?.match(/^\| [A-Z].* \| .*Attribute.* \|$/gm)
    ?.flatMap((row) => {
      const [entries = [], kinds = []] = row
        .replace(/\(.*?\)/g, '')
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.split(/[,/]/).map((name) => name.trim()));
      return entries.map((entry, index) => /** @type {const} */ ([entry, kinds[index] ?? kinds[0] ?? '']));
    }),
);

/** @type {Map<string, Shape>} */
const named = new Map();

/** @param {string} ref */
const nameOf = (ref) => ref.split('/').at(-1) ?? '';

/**
 * @param {any} schema
 * @returns {any}
 */
const resolved = (schema) => (schema.$ref ? document.components.schemas[nameOf(schema.$ref)] : schema);

/**
 * @param {any} schema
 * @returns {Shape}
 */
function shapeOf(schema) {
  if (!schema.$ref) return unnamed(schema);
  const name = nameOf(schema.$ref);
  const known = named.get(name);
  if (known) return known;
  const shape = special(name) ?? unnamed(resolved(schema));
  named.set(name, shape);
  return shape;
}

/**
 * What the document cannot say in a schema's keywords.
 * @param {string} name
 * @returns {Shape | undefined}
 */
function special(name) {
  if (name === 'DateTime') return { kind: 'timestamp' };
  if (name === 'PhoneEndpoint') return { kind: 'phone' };
  return undefined;
}

/**
 * @param {any} schema
 * @returns {Shape}
 */
function unnamed(schema) {
  if (schema === true) return { kind: 'json' };
  if (schema.enum) return { kind: 'enum', known: schema.enum, closed: true };
  if (schema.discriminator) {
    const kinds = Object.entries(schema.discriminator.mapping).map(([tag, $ref]) => [tag, { $ref }]);
    return union(/** @type {[string, any][]} */ (kinds), schema['x-open-union']);
  }
  const listed = schema.anyOf?.find((/** @type {any} */ one) => one.enum);
  // Beside any string.
  if (listed) return { kind: 'enum', known: listed.enum };
  if (schema.anyOf ?? schema.oneOf) return choice(schema.anyOf ?? schema.oneOf);
  const [type] = [schema.type].flat().filter((one) => one !== 'null');
  if (type === 'array') return { kind: 'list', item: shapeOf(schema.items) };
  if (type === 'object' && schema.properties) return object(schema);
  if (type === 'object') {
    const { additionalProperties, propertyNames } = schema;
    return {
      kind: 'map',
      value: shapeOf(additionalProperties),
      nullable: isNullable(additionalProperties),
      uuidKeys: propertyNames?.format === 'uuid',
    };
  }
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'integer') return { kind: schema.format };
  if (type !== 'string') throw new Error(`a schema that is not understood: ${JSON.stringify(schema)}`);
  if (schema.const !== undefined) return { kind: 'constant', value: schema.const };
  return { kind: schema.format === 'uuid' ? 'uuid' : 'text' };
}

/**
 * @param {any} schema
 * @param {string} [tag]
 * @returns {ObjectShape}
 */
function object(schema, tag) {
  const fields = Object.entries(schema.properties).filter(([name]) => tag === undefined || name !== '_type');
  return {
    kind: 'object',
    fields: new Map(
      fields.map(([name, field]) => [
        name,
        {
          shape: shapeOf(field),
          required: (schema.required ?? []).includes(name),
          nullable: isNullable(field),
          spared: SPARED.includes(schema) && name === 'content',
        },
      ]),
    ),
    ...(tag !== undefined && { tag }),
  };
}

/**
 * @param {any} schema
 * @returns {boolean}
 */
const isNullable = ({ type, anyOf, oneOf }) =>
  [type].flat().includes('null') || (anyOf ?? oneOf ?? []).some(isNullable);

/**
 * @param {[string, any][]} kinds
 * @param {boolean} open
 * @returns {Union}
 */
function union(kinds, open) {
  const objects = kinds.map(([tag, schema]) => object(resolved(schema), tag));
  // What all kinds have is checked on unknown ones too (design, Settled points).
  const [first, ...others] = objects;
  const shared = [...(first?.fields ?? [])].filter(([name, field]) =>
    others.every((other) => JSON.stringify(other.fields.get(name)) === JSON.stringify(field)),
  );
  return {
    kind: 'union',
    kinds: new Map(kinds.map(([tag], at) => [tag, /** @type {ObjectShape} */ (objects[at])])),
    shared: { kind: 'object', fields: new Map(shared) },
    open,
  };
}

/**
 * One of several, `null` left out. Objects with a fixed `_type` are a union, declared as one or not.
 * @param {any[]} schemas
 * @returns {Shape}
 */
function choice(schemas) {
  const there = schemas.filter((schema) => schema.type !== 'null');
  const tagOf = (/** @type {any} */ schema) => resolved(schema).properties?._type?.const;
  const tagged = there.filter((schema) => tagOf(schema) !== undefined);
  const options = there.filter((schema) => !tagged.includes(schema)).map(shapeOf);
  if (tagged.length > 0)
    options.push(
      union(
        tagged.map((schema) => [tagOf(schema), schema]),
        true,
      ),
    );
  return options.length === 1 ? /** @type {Shape} */ (options[0]) : { kind: 'choice', options };
}

/** The schema of an operation's answer, by the operation's name. */
export const ANSWERS = new Map(
  operations.flatMap((one) => {
    const good = Object.entries(one.operation.responses).filter(([status]) => Number(status) < 300);
    return good.flatMap(([status, response]) => {
      const schema = response.content?.['application/json']?.schema;
      if (!schema) return [];
      const { data, meta } = resolved(schema).properties;
      /** @type {{ operation: typeof one, status: number, data: Shape, meta?: Shape }} */
      const answer = {
        operation: one,
        status: Number(status),
        data: shapeOf(data),
        ...(meta && { meta: shapeOf(meta) }),
      };
      return [/** @type {const} */ ([one.name, answer])];
    });
  }),
);

/**
 * The schema of an operation's body, by the operation's name. Not here: the language of filters, which the schema
 * has looser than the contract's text; what goes with what is told by `src/sandbox/tests/filters.rs`.
 */
export const REQUESTS = new Map(
  operations
    .filter((one) => one.operation.requestBody && one.name !== 'searchConversationsWithFilters')
    .map((one) => [
      one.name,
      shapeOf(resolved(one.operation.requestBody).content['application/json'].schema),
    ]),
);
