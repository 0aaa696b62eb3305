// By hand, and nothing checked.

import { BASE, fetch } from './answer.mjs';

export const first = async () => (await (await fetch(`${BASE}/v1/conversations/1/messages`)).json()).data;
