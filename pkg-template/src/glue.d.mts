// wasm-bindgen's glue, as `build/glue.mjs` makes it: of the client, of the webhooks or of the sandbox, each with its own exports.

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
  sandboxCreate(handle: number, token: string, seed: string, nowMs: number): string | undefined;
  sandboxHandle(handle: number, request: string, nowMs: number): string;
  sandboxOperation(method: string, path: string): string | undefined;
  sandboxAdd(handle: number, conversation: string, nowMs: number): string;
  sandboxReceive(handle: number, id: string, message: string, nowMs: number): string;
  sandboxSnapshot(handle: number, nowMs: number): string;
  sandboxAdvance(handle: number, nowMs: number): string;
  sandboxDrop(handle: number): void;
  sandboxSign(secret: string, nowMs: number, body: string): string | undefined;
  sandboxTells(event: string): boolean;
};
