// Writes a program that narrows every exported union to each of its kinds, from the declarations.

import { checker, exported, files, tagOf, typeOf, unions } from './declarations.mjs';

/** What the programs call the entries, in the order of their declarations. */
const ENTRIES = ['Dixa', 'Testing', 'Webhooks'];

/** A name as the programs have it. @param {string} name */
const full = (name) =>
  `${ENTRIES[files.indexOf(exported.get(name).declarations[0].getSourceFile())]}.${name}`;

/** @param {import('typescript-5.9').Type} kind */
const fullOf = (kind) => full(checker.typeToString(kind));

/** @returns {{ name: string, lines: string[] }[]} checks, one a union */
export const unionChecks = () =>
  unions().map(({ name, tag: key, kinds }) => ({
    name: `${name} narrows to each of its ${kinds.size} kinds`,
    lines: [
      `(x: ${full(name)}) => {`,
      ...[...kinds].flatMap(([tag, kind]) => {
        const is = fullOf(kind);
        return [
          `  if (x.${key} === '${tag}') same<typeof x, ${is}>(true);`,
          `  else same<typeof x, Exclude<${full(name)}, ${is}>>(true);`,
        ];
      }),
      ...fallback(key, kinds),
      ...exhausted(key, kinds),
      ...shared(key, kinds).map((field) => {
        const known = [...kinds.values()].filter((kind) => tagOf(kind) !== 'Unknown');
        const types = known.map((kind) => `${fullOf(kind)}['${field}']`);
        return `  same<(typeof x)['${field}'], ${types.join(' | ')}>(true);`;
      }),
      '};',
    ],
  }));

/** A `default` after all known kinds. */
function fallback(key, kinds) {
  const known = [...kinds.keys()].filter((tag) => tag !== 'Unknown');
  const unknown = kinds.get('Unknown');
  const rest = unknown
    ? [
        `      same<typeof x, ${fullOf(unknown)}>(true);`,
        `      same<typeof x.rawType, string | undefined>(true);`,
        `      same<(typeof x)['any other field'], unknown>(true);`,
      ]
    : ['      same<typeof x, never>(true);'];
  return [
    `  switch (x.${key}) {`,
    ...known.map((tag) => `    case '${tag}':`),
    '      break;',
    '    default:',
    ...rest,
    '  }',
  ];
}

/** After all kinds, `Unknown` too, nothing is left. */
const exhausted = (key, kinds) => [
  `  switch (x.${key}) {`,
  ...[...kinds.keys()].map((tag) => `    case '${tag}':`),
  '      break;',
  '    default:',
  '      same<typeof x, never>(true);',
  '  }',
];

/** Fields that all known kinds have, of one type: they can be read without narrowing. */
function shared(key, kinds) {
  const known = [...kinds.values()].filter((kind) => tagOf(kind) !== 'Unknown');
  return known[0]
    .getProperties()
    .map(({ name }) => name)
    .filter((name) => name !== key)
    .filter((name) => {
      const types = known.map((kind) => kind.getProperty(name)).map((field) => field && typeOf(field));
      return types.every((type) => type !== undefined && type === types[0]);
    });
}
