// The wasm's bytes as text that is safe in a script and stays small when compressed: frequent bytes are
// one printable character, the others a prefix and a character, in numeric order in each class.
// `src/decode.mjs` reads it.

/** Printable ASCII without quotes, backslash, backtick, `$` and `<`: safe in HTML and for minifiers. */
const CHARACTERS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
  (character) => !'"\'\\`$<'.includes(character),
);

/** @param {Uint8Array} bytes */
export function encode(bytes) {
  const counts = Array.from({ length: 256 }, (_, byte) => ({ byte, count: 0 }));
  for (const byte of bytes) counts[byte].count++;
  const byCount = [...counts].sort((a, b) => b.count - a.count || a.byte - b.byte).map(({ byte }) => byte);
  // As many prefixes as the bytes need that get no character of their own.
  let prefixCount = 1;
  while (CHARACTERS.length - prefixCount + prefixCount * (CHARACTERS.length - prefixCount) < 256)
    prefixCount++;
  const prefixes = CHARACTERS.slice(0, prefixCount);
  const singles = CHARACTERS.slice(prefixCount);
  const numeric = (/** @type {number[]} */ list) => [...list].sort((a, b) => a - b);
  const order = [...numeric(byCount.slice(0, singles.length)), ...numeric(byCount.slice(singles.length))];
  const code = new Map();
  order.forEach((byte, rank) => {
    const rest = rank - singles.length;
    const long = prefixes[Math.floor(rest / singles.length)] + singles[rest % singles.length];
    code.set(byte, rest < 0 ? singles[rank] : long);
  });
  return {
    order: order.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    singles: singles.join(''),
    prefixes: prefixes.join(''),
    text: Array.from(bytes, (byte) => code.get(byte)).join(''),
    length: bytes.length,
  };
}

/** @param {Uint8Array} bytes */
export function bytesModule(bytes) {
  const { order, singles, prefixes, text, length } = encode(bytes);
  return `// The WebAssembly module as text; see decode.
export default {
  order: "${order}",
  singles: "${singles}",
  prefixes: "${prefixes}",
  length: ${length},
  text: "${text}",
};
`;
}
