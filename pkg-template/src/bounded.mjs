// @ts-check
// Reads a stream of bytes as far as it may be read.

/**
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 * @param {number} most
 * @returns {Promise<Uint8Array | undefined>} nothing when there is more; the rest is not read then
 */
export async function bounded(reader, most) {
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
