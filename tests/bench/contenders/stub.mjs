// What all contenders call: a `fetch` that answers at once.

const headers = { 'content-type': 'application/json' };

/** @param {Buffer} bytes what it answers with */
export const stub = (bytes) => async () => new Response(bytes, { headers });

export const BASE = 'https://api.example';
