// Who is logged in: the two agents of the sandbox, by a cookie.

const AGENTS = {
  dale: { id: 'a53b25da-f676-4c52-acac-58c9280aa23d' },
  ida: { id: '67ff39b6-b1ee-4d5f-91ee-168d4668c4ba' },
};

export async function agentOf(cookie) {
  return AGENTS[/(?:^|; )session=(\w+)/.exec(cookie ?? '')?.[1]];
}
