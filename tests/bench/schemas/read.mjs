// @ts-check
// What the contract's OpenAPI document says of answers, as shapes: the payloads and the schemas of the peers
// are made from them, so that nothing is copied by hand.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * @typedef {{ kind: 'text' | 'int32' | 'int64' | 'boolean' }} Scalar
 * @typedef {{ name: string, shape: Shape, optional: boolean }} Field
 * @typedef {Scalar
 *   | { kind: 'timestamp', pattern: string }
 *   | { kind: 'literal', value: string }
 *   | { kind: 'list' | 'map', of: Shape }
 *   | { kind: 'choice', of: Shape[] }
 *   | { kind: 'object', fields: Field[] }
 *   | { kind: 'union', of: Shape[], tags: string[], shared: Field[] }
 *   | { kind: 'named', name: string }} Shape
 * A union is open: an object of another `_type` belongs to it, with the fields that all its kinds share.
 */

const document = parse(readFileSync(new URL('../../contract/openapi.yaml', import.meta.url), 'utf8'));

/** The shapes that have names; each stands after those it needs. @type {Map<string, Shape>} */
const named = new Map();

/**
 * The answers of operations, by name: the envelopes, and the shapes that they need.
 * @param {(operation: string) => boolean} wanted
 */
export function answers(wanted) {
  /** @type {Map<string, Shape>} */
  const found = new Map();
  for (const methods of Object.values(document.paths)) {
    for (const operation of Object.values(methods)) {
      if (!wanted(operation['x-sdk-name'])) continue;
      const [status] = Object.keys(operation.responses).filter((code) => code.startsWith('2'));
      const schema = operation.responses[String(status)].content?.['application/json'].schema;
      if (schema) found.set(operation['x-sdk-name'], envelope(shapeOf(schema)));
    }
  }
  return { answers: found, named };
}

/** An answer without its data is none. @param {Shape} shape @returns {Shape} */
function envelope(shape) {
  const { kind, fields } = /** @type {{ kind: string, fields: Field[] }} */ (whole(shape));
  if (kind !== 'object') throw new Error('an answer is an object');
  const required = fields.map((field) => (field.name === 'data' ? { ...field, optional: false } : field));
  return { kind: 'object', fields: required };
}

/** A shape behind its name. @param {Shape} shape @returns {Exclude<Shape, { kind: 'named' }>} */
export function whole(shape) {
  if (shape.kind !== 'named') return shape;
  const found = named.get(shape.name);
  if (!found) throw new Error(`the contract names no ${shape.name}`);
  return whole(found);
}

/** @param {any} schema @returns {Shape} */
function shapeOf(schema) {
  if (!schema.$ref) return read(schema);
  const name = schema.$ref.split('/').pop();
  if (!named.has(name)) {
    const shape = read(document.components.schemas[name]);
    named.set(name, shape);
  }
  return { kind: 'named', name };
}

/** @param {any} schema @returns {Shape} */
function read(schema) {
  if (schema.const !== undefined) return { kind: 'literal', value: schema.const };
  const several = (schema.oneOf ?? schema.anyOf)?.filter((/** @type {any} */ one) => one.type !== 'null');
  if (schema.discriminator) return union(several.map(shapeOf));
  if (several?.length === 1) return shapeOf(several[0]);
  // An open enum: any string may come.
  if (several?.some((/** @type {any} */ one) => one.enum)) return { kind: 'text' };
  if (several) return { kind: 'choice', of: several.map(shapeOf) };
  const types = [schema.type].flat().filter((type) => type !== 'null');
  if (types.length > 1) return { kind: 'choice', of: types.map((type) => read({ ...schema, type })) };
  switch (types[0]) {
    case 'string':
      // A UUID of an answer is taken as it comes, by this package too.
      return schema.pattern ? { kind: 'timestamp', pattern: schema.pattern } : { kind: 'text' };
    case 'integer':
      return { kind: schema.format === 'int32' ? 'int32' : 'int64' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return { kind: 'list', of: shapeOf(schema.items) };
    case 'object':
      if (schema.additionalProperties) return { kind: 'map', of: shapeOf(schema.additionalProperties) };
      return { kind: 'object', fields: fields(schema) };
    default:
      throw new Error(`the contract has a schema that is not understood: ${JSON.stringify(schema)}`);
  }
}

/** @param {any} schema @returns {Field[]} */
function fields(schema) {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    shape: shapeOf(property),
    optional: !(schema.required ?? []).includes(name),
  }));
}

/** @param {Shape[]} kinds @returns {Shape} */
function union(kinds) {
  const objects = kinds.map((kind) => /** @type {{ fields: Field[] }} */ (whole(kind)).fields);
  const tags = objects.map((of) => {
    const shape = of.find(({ name }) => name === '_type')?.shape;
    if (shape?.kind !== 'literal') throw new Error('a kind of a union has no tag');
    return shape.value;
  });
  const text = JSON.stringify;
  const shared = (objects[0] ?? []).filter(
    (field) => field.name !== '_type' && objects.every((of) => of.some((one) => text(one) === text(field))),
  );
  return { kind: 'union', of: kinds, tags, shared };
}
