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
  return out;
}
