// Which conversation the page beside the panel shows.

import { useEffect, useState } from 'react';

/** The id in an address as Dixa's agent app has them: `https://acme.dixa.com/conversation/123`. */
function conversationOf(address: string | undefined) {
  if (!address) return undefined;
  return /(?:^|\/)conversation\/([1-9]\d{0,18})(?=\/|$)/.exec(new URL(address).pathname)?.[1];
}

/** The conversation of this window's active tab: `undefined` while it is looked up, `null` if there is none. */
export function useConversationId() {
  const [id, setId] = useState<string | null>();
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      // The address is told for the hosts of the manifest only.
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      if (isShown) setId(conversationOf(tab?.url) ?? null);
    };
    void look();
    chrome.tabs.onActivated.addListener(look);
    chrome.tabs.onUpdated.addListener(look);
    return () => {
      isShown = false;
      chrome.tabs.onActivated.removeListener(look);
      chrome.tabs.onUpdated.removeListener(look);
    };
  }, []);
  return id;
}
