// wasm-bindgen's glue of the sandbox.

export declare function createGlue(queueMicrotask: (task: () => void) => void): (
  module: WebAssembly.Module,
) => {
  sandboxCreate(token: string, nowMs: number): number;
  sandboxHandle(handle: number, request: string, nowMs: number): string;
  sandboxSnapshot(handle: number): string;
  sandboxDrop(handle: number): void;
};
