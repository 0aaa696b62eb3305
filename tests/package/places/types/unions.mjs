// Writes a program that narrows every exported union to each of its kinds, from the declarations.

import { checker, tagOf, typeOf, unions } from './declarations.mjs';

/** @returns {{ name: string, lines: string[] }[]} checks, one a union */
export const unionChecks = () =>
  unions().map(({ name, kinds }) => ({
    name: `${name} narrows to each of its ${kinds.size} kinds`,
    lines: [
      `(x: Dixa.${name}) => {`,
      ...[...kinds].flatMap(([tag, kind]) => {
        const is = `Dixa.${checker.typeToString(kind)}`;
        return [
          `  if (x._type === '${tag}') same<typeof x, ${is}>(true);`,
          `  else same<typeof x, Exclude<Dixa.${name}, ${is}>>(true);`,
        ];
      }),
      ...fallback(kinds),
      ...exhausted(kinds),
      ...shared(kinds).map((field) => {
        const known = [...kinds.values()].filter((kind) => tagOf(kind) !== 'Unknown');
        const types = known.map((kind) => `Dixa.${checker.typeToString(kind)}['${field}']`);
        return `  same<(typeof x)['${field}'], ${types.join(' | ')}>(true);`;
      }),
      '};',
    ],
  }));

/** A `default` after all known kinds. */
function fallback(kinds) {
  const known = [...kinds.keys()].filter((tag) => tag !== 'Unknown');
  const unknown = kinds.get('Unknown');
  const rest = unknown
    ? [
        `      same<typeof x, Dixa.${checker.typeToString(unknown)}>(true);`,
        `      same<typeof x.rawType, string | undefined>(true);`,
        `      same<(typeof x)['any other field'], unknown>(true);`,
      ]
    : ['      same<typeof x, never>(true);'];
  return [
    '  switch (x._type) {',
    ...known.map((tag) => `    case '${tag}':`),
    '      break;',
    '    default:',
    ...rest,
    '  }',
  ];
}

/** After all kinds, `Unknown` too, nothing is left. */
const exhausted = (kinds) => [
  '  switch (x._type) {',
  ...[...kinds.keys()].map((tag) => `    case '${tag}':`),
  '      break;',
  '    default:',
  '      same<typeof x, never>(true);',
  '  }',
];

/** Fields that all known kinds have, of one type: they can be read without narrowing. */
function shared(kinds) {
  const known = [...kinds.values()].filter((kind) => tagOf(kind) !== 'Unknown');
  return known[0]
    .getProperties()
    .map(({ name }) => name)
    .filter((name) => name !== '_type')
    .filter((name) => {
      const types = known.map((kind) => kind.getProperty(name)).map((field) => field && typeOf(field));
      return types.every((type) => type !== undefined && type === types[0]);
    });
}
