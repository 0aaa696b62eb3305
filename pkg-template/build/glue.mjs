// wasm-bindgen's glue as a factory: each instance has its own, so that a fresh one can follow a panic. What
// the instance exports goes through `guard` (`src/instance.mjs`). Tasks are a promise's reactions: Node wraps
// each of its own microtasks in a resource, which takes longer than the task. What it relies on in the glue is checked: a new version of
// wasm-bindgen that writes something else fails the build.

/** @param {string} glue what `wasm-bindgen --target no-modules` wrote */
export function factory(glue) {
  const parts = [
    [
      'let wasm_bindgen = (function(exports) {\n',
      'export function createGlue(guard) {\nconst exports = {}, queueMicrotask = (task) => void Promise.resolve().then(task);\n',
    ],
    ['        wasm = instance.exports;\n', '        wasm = guard(instance.exports);\n'],
    [/    let script_src;\n    if \(typeof document .*?\n    }\n/s, ''],
    [
      /    async function __wbg_load\(module, imports\) \{.*$/s,
      '    return (module) => {\n        __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);\n        return exports;\n    };\n}\n',
    ],
  ];
  // There is a globalThis wherever the package runs; and webpack, where it sees the word `global`, adds what
  // makes one to whatever has anything of the package.
  let out = glue.replace("typeof global === 'undefined' ? undefined : global;", 'undefined;');
  for (const [from, to] of parts) {
    const next = out.replace(/** @type {string} */ (from), () => /** @type {string} */ (to));
    if (next === out) throw new Error(`wasm-bindgen's glue has changed: ${from} is not in it`);
    out = next;
  }
  return out;
}
