// @ts-check
// A module of schemas from shapes, for whichever library: `zod.mjs` and `valibot.mjs` say its words. Each
// comes in two kinds: one that checks, which is what their users write, and one that mends as this package does.

/** @typedef {import('./read.mjs').Shape} Shape */

/**
 * How a library says a shape; everything is source text.
 * @typedef {object} Words
 * @property {string} header what is imported
 * @property {Record<'text' | 'int32' | 'int64' | 'boolean', string>} scalars
 * @property {(pattern: string) => string} timestamp
 * @property {(value: string) => string} literal
 * @property {(of: string) => string} list
 * @property {(of: string) => string} map
 * @property {(of: string[]) => string} choice
 * @property {(fields: string[]) => string} object one that keeps fields it does not know
 * @property {(kinds: string[]) => string} tagged one of several, told apart by `_type`
 * @property {string} otherTag a `_type` that is absent, or not among `tags`
 * @property {(of: string) => string} nullish
 * @property {(of: string, by: string) => string} mended `by` is a function, as text
 * @property {(of: string) => string} listOrEmpty a list; null and nothing are an empty one
 */

const WITHOUT_ZONE = "(text) => (text.endsWith(']') ? text.slice(0, text.indexOf('[')) : text)";
const WITHOUT_NULL = '(value) => value ?? undefined';
const AS_UNKNOWN =
  "({ _type, ...rest }) => (_type === undefined ? { _type: 'Unknown', ...rest } : { _type: 'Unknown', rawType: _type, ...rest })";

/**
 * @param {ReturnType<typeof import('./read.mjs').answers>} contract
 * @param {Words} words
 * @param {{ mends: boolean }} options
 * @returns {string} a module that exports a schema per operation
 */
export function print({ answers, named }, words, { mends }) {
  const lines = [...named].map(([name, shape]) => `const ${name} = ${said(shape)};`);
  const exported = [...answers].map(([operation, shape]) => `export const ${operation} = ${said(shape)};`);
  return [words.header, ...[...lines, ...exported].map(pure), ''].join('\n');

  /** @param {Shape} shape @returns {string} */
  function said(shape) {
    switch (shape.kind) {
      case 'named':
        return shape.name;
      case 'timestamp':
        return mends
          ? words.mended(words.timestamp(shape.pattern), WITHOUT_ZONE)
          : words.timestamp(shape.pattern);
      case 'literal':
        return words.literal(shape.value);
      case 'list':
        return words.list(said(shape.of));
      case 'map':
        return words.map(said(shape.of));
      case 'choice':
        return words.choice(shape.of.map(said));
      case 'object':
        return words.object(shape.fields.map(field));
      case 'union':
        return union(shape);
      default:
        return words.scalars[shape.kind];
    }
  }

  /** @param {import('./read.mjs').Field} field */
  function field({ name, shape, optional }) {
    return `${JSON.stringify(name)}: ${optional ? maybe(shape) : said(shape)}`;
  }

  /** @param {Shape} shape */
  function maybe(shape) {
    if (!mends) return words.nullish(said(shape));
    if (shape.kind === 'list') return words.listOrEmpty(said(shape));
    return words.mended(words.nullish(said(shape)), WITHOUT_NULL);
  }

  /** @param {Extract<Shape, { kind: 'union' }>} shape */
  function union({ of, tags, shared }) {
    const tag = words.otherTag.replace('TAGS', JSON.stringify(tags));
    const other = words.object([`_type: ${tag}`, ...shared.map(field)]);
    return words.choice([words.tagged(of.map(said)), mends ? words.mended(other, AS_UNKNOWN) : other]);
  }
}

/** Bundlers leave out what is not used when they are told that making it does nothing else. @param {string} line */
function pure(line) {
  return line.replaceAll(/\b[zv]\.\w+\(/g, '/* @__PURE__ */ $&');
}
