// wasm-bindgen's glue, as `build/glue.mjs` makes it: of the client, or of the webhooks, each with its own export.

/** Each call makes an instance of its own. */
export declare function createGlue(guard: (exports: Record<string, unknown>) => Record<string, unknown>): (
  module: WebAssembly.Module,
) => {
  callOperation(
    context: object,
    operation: number,
    ids: string,
    body: string | undefined,
    query: string | undefined,
    numbers: Float64Array,
    lines: string,
  ): void;
  settle(at: number, turn: number, fulfilled: boolean, value: unknown): void;
  receiveWebhook(
    signature: string | undefined,
    body: Uint8Array,
    secrets: string[],
    nowMs: number,
    toleranceMs: number,
    validation: string,
  ): string;
};
