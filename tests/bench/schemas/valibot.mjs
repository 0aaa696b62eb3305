// @ts-check
// How valibot says a shape.

/** @type {import('./print.mjs').Words} */
export const valibot = {
  header: "import * as v from 'valibot';",
  scalars: {
    text: 'v.string()',
    int32: 'v.pipe(v.number(), v.integer(), v.minValue(-2147483648), v.maxValue(2147483647))',
    int64: 'v.pipe(v.number(), v.safeInteger())',
    boolean: 'v.boolean()',
  },
  timestamp: (pattern) => `v.pipe(v.string(), v.regex(${new RegExp(pattern)}))`,
  literal: (value) => `v.literal(${JSON.stringify(value)})`,
  list: (of) => `v.array(${of})`,
  map: (of) => `v.record(v.string(), ${of})`,
  choice: (of) => `v.union([${of.join(', ')}])`,
  object: (fields) => `v.looseObject({ ${fields.join(', ')} })`,
  tagged: (kinds) => `v.variant('_type', [${kinds.join(', ')}])`,
  otherTag: 'v.optional(v.pipe(v.string(), v.check((tag) => !TAGS.includes(tag))))',
  nullish: (of) => `v.nullish(${of})`,
  mended: (of, by) => `v.pipe(${of}, v.transform(${by}))`,
  listOrEmpty: (of) => `v.nullish(${of}, [])`,
};
