// The declarations of the package as the compiler's API reads them: what is exported, the unions, the
// operations. The API is that of TypeScript 5.9; 7 has none yet.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-5.9';

const dist = fileURLToPath(new URL('node_modules/dixa-conversations/dist', import.meta.url));

const program = ts.createProgram({
  rootNames: ['index', 'testing', 'webhooks', 'proxy', 'helpers'].map((entry) =>
    path.join(dist, `${entry}.d.mts`),
  ),
  options: {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  },
});

export const checker = program.getTypeChecker();

/** Syntax trees of the entries. */
export const files = program.getRootFileNames().map((name) => program.getSourceFile(name));

const exportsOf = (file) => checker.getExportsOfModule(checker.getSymbolAtLocation(file));

/** What the entries export, by name. */
export const exported = new Map(files.flatMap(exportsOf).map((symbol) => [symbol.name, symbol]));

/** Names of the values that an entry exports: classes, functions, constants. */
export const valuesOf = (file) =>
  exportsOf(file)
    .filter(({ flags }) => flags & ts.SymbolFlags.Value)
    .map(({ name }) => name);

/** Whether something is declared by the package, and not by the language or the platform. */
export const isOurs = (symbol) =>
  symbol?.declarations?.some((declaration) => files.includes(declaration.getSourceFile())) ?? false;

export const typeOf = (symbol) => checker.getTypeOfSymbol(symbol);

/** The type that a name stands for: an alias, an interface, an instance of a class. */
export const declaredType = (name) => checker.getDeclaredTypeOfSymbol(exported.get(name));

/** The names of fields that tell the kinds of a union apart: of the API's models, and of the events of webhooks. */
const TAGS = ['_type', 'event_fqn'];

/** The value of such a field, where the type is an object that has one. */
export function tagOf(type) {
  const isObject = type.flags & ts.TypeFlags.Object;
  const tag = isObject ? TAGS.map((name) => type.getProperty(name)).find(Boolean) : undefined;
  const literal = tag && typeOf(tag);
  return literal?.isStringLiteral() ? literal.value : undefined;
}

/** Exported unions whose members all carry one: each with its kinds, by its value. */
export function unions() {
  return [...exported.keys()]
    .map((name) => ({ name, type: declaredType(name) }))
    .filter(({ type }) => type.isUnion() && type.types.every((kind) => tagOf(kind) !== undefined))
    .map(({ name, type }) => ({
      name,
      tag: TAGS.find((tag) => type.types[0].getProperty(tag)),
      kinds: new Map(type.types.map((kind) => [tagOf(kind), kind])),
    }));
}

/** The client's operations and what each takes. */
export function operations() {
  return declaredType('ConversationsClient')
    .getProperties()
    .map((method) => {
      const [signature] = typeOf(method).getCallSignatures();
      return { name: method.name, parameters: parameters(signature), result: signature.getReturnType() };
    });
}

/** Parameters of a signature. */
export const parameters = (signature) =>
  signature.getParameters().map((symbol) => ({
    name: symbol.name,
    isOptional: symbol.valueDeclaration.questionToken !== undefined,
    type: checker.getNonNullableType(typeOf(symbol)),
  }));

/** Types that can be reached through members and arguments of the package's own types, each once. */
export function reach(type, seen = new Set()) {
  if (seen.has(type)) return seen;
  seen.add(type);
  const next = [
    ...(type.isUnionOrIntersection() ? type.types : []),
    ...(type.flags & ts.TypeFlags.Object ? checker.getTypeArguments(type) : []),
    ...checker.getIndexInfosOfType(type).map((index) => index.type),
    ...(isOurs(type.symbol) ? type.getProperties().filter(isOurs).map(typeOf) : []),
  ];
  for (const one of next) reach(one, seen);
  return seen;
}

export { ts };
