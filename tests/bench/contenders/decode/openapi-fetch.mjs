// A call of openapi-fetch, and its answer through a schema.

import createClient from 'openapi-fetch';
import { BASE, stub } from '../stub.mjs';

/**
 * @param {Buffer} bytes
 * @param {(answer: unknown) => { data: unknown }} check
 */
export function checked(bytes, check) {
  const client = createClient({ baseUrl: BASE, fetch: stub(bytes), headers: { authorization: 't' } });
  const params = { path: { conversationId: 1 } };
  return async () => {
    const { data } = await client.GET('/v1/conversations/{conversationId}/messages', { params });
    return check(data).data;
  };
}
