// Takes the words out of panics. A panic ends in a trap either way (`panic = "abort"`), and the shell makes
// an InternalError of it; what is taken out only wrote a message that nobody would see, and is a third of
// the module.

import binaryen from 'binaryen';

/** Functions of the standard library that panic, none of which returns, and what only they call. */
const PANICS = [
  /^core\[\w+\]::panicking::/,
  /^core\[\w+\]::(option|result)::(unwrap|expect)_failed$/,
  /^core\[\w+\]::(slice|str|cell)::.*(fail|fail_rt|panic_\w+)$/,
  /^core\[\w+\]::(slice|str|cell)::panic_\w+$/,
  /^std\[\w+\]::panicking::/,
  /^<std\[\w+\]::panicking::/,
  /^std\[\w+\]::thread::local::panic_access_error$/,
  /^std\[\w+\]::alloc::default_alloc_error_hook$/,
  /^alloc\[\w+\]::raw_vec::(handle_error|capacity_overflow)$/,
  /^alloc\[\w+\]::alloc::handle_alloc_error$/,
  /^__rustc\[\w+\]::(__rust_alloc_error_handler|rust_begin_unwind|rust_panic)$/,
  / as core\[?\w*\]?::fmt::Debug>::fmt/,
];

/** What formats text. Where only panics did, it stands in a table of functions, called by nobody. */
const FORMATTING = [
  /^<?(core|alloc)\[\w+\]::fmt::/,
  / as core\[?\w*\]?::fmt::(Display|Write)>::/,
  /^core::fmt::Write::/,
];

/** What facts of plain strings and numbers never do on their way to JavaScript: fail. */
const FAILING = /^serde_wasm_bindgen::error::Error::new/;

/** Fewest that must be found: names that changed would go unseen otherwise. */
const FEWEST = 15;

/**
 * @param {Uint8Array} bytes a module with its names
 * @param {boolean} formats whether it formats text besides
 * @returns {Uint8Array}
 */
export function lean(bytes, formats) {
  const patterns = formats ? PANICS : [...PANICS, ...FORMATTING, FAILING];
  const module = binaryen.readBinary(bytes);
  // Its types leave this part out.
  const functions = /** @type {{ Function: { setBody(reference: number, body: number): void } }} */ (
    /** @type {unknown} */ (binaryen)
  ).Function;
  let found = 0;
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const reference = module.getFunctionByIndex(index);
    const { name } = binaryen.getFunctionInfo(reference);
    if (!patterns.some((pattern) => pattern.test(name))) continue;
    functions.setBody(reference, module.unreachable());
    found++;
  }
  if (found < FEWEST)
    throw new Error(`only ${found} panicking functions found: the compiler names them differently`);
  if (!formats) {
    for (const [, quoted, plain] of module.emitText().matchAll(/\(call \$(?:"([^"]*)"|([^\s)]+))/g)) {
      const name = quoted ?? plain;
      if (FORMATTING.some((pattern) => pattern.test(name)))
        throw new Error(`the client is to write its texts without the library's formatting: ${name}`);
    }
  }
  const out = module.emitBinary();
  module.dispose();
  blank(out);
  return out;
}

/** Where a panic stands, as its message would tell. */
const SOURCE = /(?:\/rustc\/[0-9a-f]{40}\/|\/rust\/deps\/|cargo\/registry\/src\/|src\/)[\w./@-]+?\.rs/g;

/**
 * Overwrites with zeros what nobody reads any more: the names of source files, and the places in them, each a
 * file's address and length, a line and a column.
 * @param {Uint8Array} bytes a module
 */
function blank(bytes) {
  const memory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments = dataSegments(memory);
  /** @type {Map<number, string>} */
  const files = new Map();
  for (const { address, data } of segments) {
    for (const { 0: file, index } of data.toString('latin1').matchAll(SOURCE)) {
      files.set(address + index, file);
      data.fill(0, index, index + file.length);
    }
  }
  let places = 0;
  for (const { address, data } of segments) {
    for (let at = -address & 3; at + 16 <= data.length; at += 4) {
      if (files.get(data.readUInt32LE(at))?.length !== data.readUInt32LE(at + 4)) continue;
      data.fill(0, at, at + 16);
      places++;
    }
  }
  if (places < FEWEST) throw new Error(`only ${places} places of panics found: they are written differently`);
}

/**
 * The data of a module and where in memory it goes.
 * @param {Buffer} bytes
 */
function dataSegments(bytes) {
  let at = 8;
  const number = () => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = /** @type {number} */ (bytes[at++]);
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  };
  const segments = [];
  while (at < bytes.length) {
    const section = bytes[at++];
    const length = number();
    const end = at + length;
    for (let count = section === 11 ? number() : 0; count > 0; count--) {
      // In memory 0, at `i32.const address`, `end`.
      if (number() !== 0 || bytes[at++] !== 0x41) throw new Error('data is written differently');
      const address = number();
      at++;
      const size = number();
      segments.push({ address, data: bytes.subarray(at, at + size) });
      at += size;
    }
    at = end;
  }
  return segments;
}
