// @ts-check
// How zod says a shape: its small build, which never makes code, and its large one, which does so where it may.
// Both know the same words.

/** @type {import('./print.mjs').Words} */
export const zodMini = {
  header: "import * as z from 'zod/mini';",
  scalars: { text: 'z.string()', int32: 'z.int32()', int64: 'z.int()', boolean: 'z.boolean()' },
  timestamp: (pattern) => `z.string().check(z.regex(${new RegExp(pattern)}))`,
  literal: (value) => `z.literal(${JSON.stringify(value)})`,
  list: (of) => `z.array(${of})`,
  map: (of) => `z.record(z.string(), ${of})`,
  choice: (of) => `z.union([${of.join(', ')}])`,
  object: (fields) => `z.looseObject({ ${fields.join(', ')} })`,
  tagged: (kinds) => `z.discriminatedUnion('_type', [${kinds.join(', ')}])`,
  otherTag: 'z.optional(z.string().check(z.refine((tag) => !TAGS.includes(tag))))',
  nullish: (of) => `z.nullish(${of})`,
  mended: (of, by) => `z.pipe(${of}, z.transform(${by}))`,
  listOrEmpty: (of) => `z.pipe(z.nullish(${of}), z.transform((list) => list ?? []))`,
};

/** @type {import('./print.mjs').Words} */
export const zod = { ...zodMini, header: "import * as z from 'zod';" };
