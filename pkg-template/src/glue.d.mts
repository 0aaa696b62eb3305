// wasm-bindgen's glue, as `build/glue.mjs` makes it.

/** Each call makes an instance of its own. */
export declare function createGlue(
  guard: (exports: Record<string, unknown>) => Record<string, unknown>,
  setTimeout: (task: () => void, ms: number) => unknown,
  clearTimeout: (timer: any) => void,
  AbortController: new () => AbortController,
): (module: WebAssembly.Module) => {
  callOperation(
    context: object,
    operation: number,
    ids: string[],
    body: string | undefined,
    query: string | undefined,
    settings: object,
  ): Promise<{ issues: { path: string; severity: string; message: string }[] } & Record<string, unknown>>;
};
