// @ts-check
// Whether two values are one to the last bit: `-0` is not `0`, keys have an order, `__proto__` is a key.

/**
 * @param {unknown} a
 * @param {unknown} b
 * @returns {boolean}
 */
export function identical(a, b) {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Reflect.ownKeys(a);
  const others = Reflect.ownKeys(b);
  return (
    keys.length === others.length &&
    keys.every((key, at) => key === others[at] && identical(own(a, key), own(b, key)))
  );
}

/**
 * @param {object} of
 * @param {string | symbol} key
 */
const own = (of, key) => Object.getOwnPropertyDescriptor(of, key)?.value;

/**
 * The same with the keys of all objects in one order, to compare where the order says nothing.
 * @param {unknown} value
 * @returns {unknown}
 */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(own(value, key))]));
}
