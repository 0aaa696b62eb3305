// By hand: the decoded text through JSON.parse, and nothing checked.

import { BASE, stub } from '../stub.mjs';

export const contenders = {
  'fetch + JSON.parse': async (bytes) => {
    const fetch = stub(bytes);
    return async () => {
      const response = await fetch(`${BASE}/v1/conversations/1/messages`);
      return JSON.parse(await response.text()).data;
    };
  },
};
