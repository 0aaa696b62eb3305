// Where the module comes from: each entry has its own, made by the build.

/** The module, or its bytes. */
export declare function getSource(): WebAssembly.Module | Uint8Array<ArrayBuffer>;
