// @ts-check
// The embedded module's text to bytes. `build/encode.mjs` writes it and says how.

/**
 * @param {{ order: string, singles: string, prefixes: string, text: string, length: number }} source
 */
export function decode({ order, singles, prefixes, text, length }) {
  const bytes = new Uint8Array(length);
  const known = new Map();
  for (let rank = 0; rank < 256; rank++) {
    const byte = parseInt(order.slice(rank * 2, rank * 2 + 2), 16);
    const rest = rank - singles.length;
    const last = singles.length;
    known.set(rest < 0 ? singles[rank] : prefixes[Math.floor(rest / last)] + singles[rest % last], byte);
  }
  for (let at = 0, to = 0; to < length; to++) {
    const character = text[at++];
    bytes[to] = known.get(prefixes.includes(character) ? character + text[at++] : character);
  }
  return bytes;
}
