// The service worker: the one place where the client and its token are. It may be stopped at any time; the next
// message starts it anew, and the token is read from the storage again.

import { ConversationsClient } from 'dixa-conversations';
import { answer } from './bridge';

// Otherwise a content script could read the token, if ever one is added.
chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });

const connect = () =>
  new ConversationsClient({
    baseUrl: import.meta.env.VITE_DIXA_BASE_URL,
    token: async () => {
      const { token } = await chrome.storage.local.get<{ token?: string }>('token');
      return token ?? '';
    },
  });

let dixa = connect();
answer(() => dixa);

// A client keeps a token while it is accepted; another one may be another person's.
chrome.storage.local.onChanged.addListener(({ token }) => {
  if (token) dixa = connect();
});
