// Writes a program that gives every operation what it takes, and then every wrong thing of it, from the
// declarations: a missing required field, a field of another type, a field that there is not.

import { checker, declaredType, isOurs, operations, parameters, tagOf, ts, typeOf } from './declarations.mjs';

/** @returns {{ name: string, lines: string[] }[]} checks, one for each parameter of the client and its methods */
export function inputChecks() {
  const [construct] = typeOf(declaredType('ConversationsClient').symbol).getConstructSignatures();
  return [
    ...checks('new ConversationsClient', 'new Dixa.ConversationsClient', parameters(construct)),
    ...operations().flatMap(({ name, parameters }) => checks(name, `dixa.${name}`, parameters)),
  ];
}

function checks(name, call, parameters) {
  return parameters.map((parameter, position) => {
    const before = parameters.slice(0, position).map(({ type }) => valid(type));
    const after = parameters
      .slice(position + 1)
      .filter(({ isOptional }) => !isOptional)
      .map(({ type }) => valid(type));
    const statement = (argument) => `${call}(${[...before, argument, ...after].join(', ')});`;
    const required = parameter.isOptional
      ? []
      : [refused(`no ${parameter.name}`, `${call}(${before.join(', ')});`)];
    const wrong = mistakes(parameter.type).map(([what, text]) => refused(what, statement(text)));
    return {
      name: `${name} takes a right ${parameter.name} and refuses ${wrong.length + required.length} wrong ones`,
      lines: [...variants(parameter.type).map(statement), ...required.flat(), ...wrong.flat()],
    };
  });
}

const refused = (what, statement) => [`// @ts-expect-error ${what}`, statement];

/** What of a type is written as an object: each kind of a union; the type itself when there is none. */
function kindsOf(type) {
  const kinds = type.isUnion() ? type.types.filter(isLiteral) : [];
  return kinds.length > 0 ? kinds : [type];
}

/** An object of the package, or a map: something that is written as a literal. */
const isLiteral = (type) =>
  Boolean(type.flags & ts.TypeFlags.Object) &&
  type.getCallSignatures().length === 0 &&
  (type.getStringIndexType() !== undefined || (isOurs(type.symbol) && !type.isClass()));

const itemOf = (type) => (checker.isArrayType(type) ? checker.getTypeArguments(type)[0] : undefined);

const fieldsOf = (type) =>
  type.getProperties().map((symbol) => ({
    name: symbol.name,
    isOptional: Boolean(symbol.flags & ts.SymbolFlags.Optional),
    type: checker.getNonNullableType(typeOf(symbol)),
  }));

/** A value that fits, as source text. Of a union, the first kind. */
const valid = (type) => variants(type)[0];

/** Values of each kind: with all fields, with the required ones only, with every optional one undefined. */
function variants(type) {
  return kindsOf(type).flatMap((kind) => {
    const item = itemOf(kind);
    if (item) return variants(item).map((text) => `[${text}]`);
    if (!isLiteral(kind)) return [leaf(kind)];
    const fields = fieldsOf(kind);
    const index = kind.getStringIndexType();
    if (fields.length === 0) return index ? variants(index).map((text) => `{ key: ${text} }`) : ['{}'];
    const required = fields.filter(({ isOptional }) => !isOptional);
    // An unknown kind is sent under its `rawType`, which is not undefined then.
    const optional = tagOf(kind) === 'Unknown' ? [] : fields.filter(({ isOptional }) => isOptional);
    const undefineds = optional.map(({ name }) => `${name}: undefined`);
    const nested = fields.flatMap(({ name, type }) =>
      variants(type)
        .slice(1)
        .map((text) =>
          object(
            required.filter((field) => field.name !== name),
            `${name}: ${text}`,
          ),
        ),
    );
    return [...new Set([object(fields), object(required), object(required, ...undefineds), ...nested])];
  });
}

/** An object literal with a value for each field, and what stands besides. */
const object = (fields, ...more) =>
  `{ ${[...fields.map(({ name, type }) => `${name}: ${valid(type)}`), ...more].join(', ')} }`;

function leaf(type) {
  const first = type.isUnion() ? type.types.find((one) => one.isStringLiteral()) : type;
  if (first?.isStringLiteral()) return `'${first.value}'`;
  if (accepts(type, ts.TypeFlags.StringLike)) return "'text'";
  if (accepts(type, ts.TypeFlags.NumberLike)) return '5';
  if (accepts(type, ts.TypeFlags.BooleanLike)) return 'true';
  return 'some()';
}

const accepts = (type, flags) =>
  type.isUnionOrIntersection() ? type.types.some((one) => accepts(one, flags)) : Boolean(type.flags & flags);

/** Of another type: what a user might mistake it for. */
function wrong(type) {
  if (!accepts(type, ts.TypeFlags.StringLike)) return "'text'";
  if (type.isUnion() && type.types.every((one) => one.isStringLiteral())) return "'no such value'";
  if (!accepts(type, ts.TypeFlags.NumberLike)) return '5';
  return accepts(type, ts.TypeFlags.BooleanLike) ? '[]' : 'true';
}

/** Values that must not compile, each with what is wrong, as source text: one thing is wrong in each. */
function mistakes(type, where = '') {
  // Nothing is wrong where anything may stand: `unknown`, which is `{}` when it may not be null.
  if (type.flags & ts.TypeFlags.Unknown || checker.typeToString(type) === '{}') return [];
  const all = [[`another type: ${where || 'all of it'}`, wrong(type)]];
  for (const kind of kindsOf(type)) {
    const item = itemOf(kind);
    if (item) all.push(...mistakes(item, `${where}[]`).map(([what, text]) => [what, `[${text}]`]));
    else if (isLiteral(kind)) all.push(...mistakesOf(kind, where));
  }
  return all;
}

function mistakesOf(kind, where) {
  const fields = fieldsOf(kind);
  const at = (name) => [where, tagOf(kind), name].filter(Boolean).join('.');
  const rest = (without) => fields.filter(({ name }) => name !== without);
  const index = kind.getStringIndexType();
  const found = [];
  const isMap = index !== undefined && fields.length === 0;
  // An unknown kind is the one place where any field may stand.
  if (!isMap && tagOf(kind) !== 'Unknown') {
    found.push([`no such field: ${at('noSuchField')}`, object(fields, 'noSuchField: 5')]);
  } else if (isMap) {
    for (const [what, text] of mistakes(index, at('[key]'))) found.push([what, `{ key: ${text} }`]);
  }
  for (const { name, type, isOptional } of fields) {
    if (!isOptional) found.push([`missing: ${at(name)}`, object(rest(name))]);
    for (const [what, text] of mistakes(type, at(name)))
      found.push([what, object(rest(name), `${name}: ${text}`)]);
  }
  return found;
}
