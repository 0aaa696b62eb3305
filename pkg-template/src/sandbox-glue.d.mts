// wasm-bindgen's glue of the sandbox.

export declare function createGlue(guard: <Exports>(exports: Exports) => Exports): (
  module: WebAssembly.Module,
) => {
  sandboxCreate(token: string, nowMs: number): number;
  sandboxHandle(handle: number, request: string, nowMs: number): string;
  sandboxSnapshot(handle: number): string;
  sandboxDrop(handle: number): void;
};
