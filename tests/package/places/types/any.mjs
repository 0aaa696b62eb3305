// Finds every `any` that a user of the package can meet, and says where.

import { checker, declaredType, exported, isOurs, ts, typeOf } from './declarations.mjs';

/** The paths of all that are `any`, e.g. `Page<T>.items[]`. */
export function anys() {
  const found = new Set();
  const seen = new Set();

  function walk(type, where) {
    if (type.flags & ts.TypeFlags.Any) return found.add(where);
    if (seen.has(type)) return;
    seen.add(type);
    for (const argument of type.aliasTypeArguments ?? []) walk(argument, `${where}<>`);
    if (type.isUnionOrIntersection()) return type.types.forEach((one) => walk(one, where));
    const bound = type.isTypeParameter() && type.getConstraint();
    if (bound) walk(bound, `${where} extends`);
    if (!(type.flags & ts.TypeFlags.Object)) return;
    for (const argument of checker.getTypeArguments(type)) walk(argument, `${where}<>`);
    for (const index of checker.getIndexInfosOfType(type)) walk(index.type, `${where}[]`);
    // What the language and the platform declare is theirs.
    if (!isOurs(type.symbol) && !type.aliasSymbol) return;
    for (const member of type.getProperties().filter(isOurs))
      walk(typeOf(member), `${where}.${checker.symbolToString(member)}`);
    for (const base of type.isClassOrInterface() ? checker.getBaseTypes(type) : [])
      walk(base, `${where} extends`);
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      if (!isOurs({ declarations: [signature.getDeclaration()].filter(Boolean) })) continue;
      for (const parameter of signature.getParameters())
        walk(typeOf(parameter), `${where}(${parameter.name})`);
      walk(signature.getReturnType(), `${where}()`);
      const predicate = checker.getTypePredicateOfSignature(signature)?.type;
      if (predicate) walk(predicate, `${where}() is`);
    }
  }

  for (const [name, symbol] of exported) {
    if (symbol.flags & ts.SymbolFlags.Type) walk(declaredType(name), name);
    if (symbol.flags & ts.SymbolFlags.Value)
      walk(typeOf(symbol), symbol.flags & ts.SymbolFlags.Class ? `typeof ${name}` : name);
  }
  return [...found].sort();
}
