// This package, checked and unchecked.

import { ConversationsClient, preload } from 'dixa-conversations';
import { BASE, stub } from '../stub.mjs';

/** @param {import('dixa-conversations').ClientOptions['validation']} validation */
const client = (validation) => async (bytes) => {
  await preload();
  const options = { token: 't', baseUrl: BASE, rateLimit: false, logger: null, validation };
  const dixa = new ConversationsClient({ ...options, fetch: stub(bytes) });
  return () => dixa.listMessages(1);
};

export const contenders = {
  'dixa-conversations': client('warn'),
  'dixa-conversations, unchecked': client('off'),
};
