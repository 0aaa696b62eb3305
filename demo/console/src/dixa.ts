// The client. There is no token here: the server behind the page adds it.

import { ConversationsClient } from 'dixa-conversations';
import { sawAnswer } from './connection';

export const dixa = new ConversationsClient({
  baseUrl: '/dixa',
  // The sandbox has no rate limit. With a real Dixa, leave this out.
  rateLimit: false,
  onResponse: () => sawAnswer(true),
  onRetry: ({ code }) => {
    if (code === 'connection_lost' || code === 'timeout') sawAnswer(false);
  },
});
