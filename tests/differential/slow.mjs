// @ts-check
// A JSON text read slowly, with nothing forgotten: numbers keep their digits, objects the members that are
// overruled, keys how they were written. Only for texts that `JSON.parse` takes.

/**
 * @typedef {{ kind: 'null' | 'boolean' | 'number' | 'string', raw: string }} Leaf
 * @typedef {{ kind: 'array', raw: string, items: Tree[] }} ArrayTree
 * @typedef {{ kind: 'object', raw: string, members: Member[] }} ObjectTree
 * @typedef {{ key: string, written: string, value: Tree }} Member
 * @typedef {Leaf | ArrayTree | ObjectTree} Tree
 */

/**
 * @param {string} text
 * @returns {Tree}
 */
export function slow(text) {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|[-+.\w]+/gs)];
  let at = 0;
  const peek = () => tokens[at]?.[0] ?? '';
  const next = () => tokens[at++] ?? [''];
  /** @returns {Tree} */
  const value = () => {
    const [token] = next();
    const start = tokens[at - 1]?.index ?? 0;
    const raw = () => text.slice(start, (tokens[at - 1]?.index ?? 0) + 1);
    if (token === '[') {
      const items = [];
      while (peek() !== ']') items.push(value());
      next();
      return { kind: 'array', raw: raw(), items };
    }
    if (token === '{') {
      const members = [];
      while (peek() !== '}') {
        const [written] = next();
        members.push({ key: JSON.parse(written), written: written.slice(1, -1), value: value() });
      }
      next();
      return { kind: 'object', raw: raw(), members };
    }
    if (token.startsWith('"')) return { kind: 'string', raw: token };
    if (token === 'null') return { kind: 'null', raw: token };
    return { kind: token === 'true' || token === 'false' ? 'boolean' : 'number', raw: token };
  };
  return value();
}

/**
 * The member of a name that counts: the last.
 * @param {ObjectTree} object
 * @param {string} name
 */
export const member = (object, name) => object.members.findLast(({ key }) => key === name)?.value;
