// openapi-fetch + zod mini, with the schemas of one answer.

import createClient from 'openapi-fetch';
import { listMessages } from '../../.work/schemas/zod-mini.mjs';
import { BASE, fetch } from './answer.mjs';

export async function first() {
  const client = createClient({ baseUrl: BASE, fetch, headers: { authorization: 't' } });
  const params = { path: { conversationId: 1 } };
  const { data } = await client.GET('/v1/conversations/{conversationId}/messages', { params });
  return listMessages.parse(data).data;
}
