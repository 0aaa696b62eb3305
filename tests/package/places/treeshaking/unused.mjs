// Names the client and makes none.

import { ConversationsClient, NotFoundError } from 'dixa-conversations';

console.log('unused');
