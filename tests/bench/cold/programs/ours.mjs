// This package.

import { ConversationsClient } from 'dixa-conversations';
import { BASE, fetch } from './answer.mjs';

export const first = () =>
  // A page must not hold a token; this one is none.
  new ConversationsClient({ token: 't', baseUrl: BASE, fetch, dangerouslyAllowBrowser: true }).listMessages(
    1,
  );
