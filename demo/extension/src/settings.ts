// Whom the panel acts as. Not in the storage that has the token: a page that listens there is told of it.

import { useEffect, useState } from 'react';

/** The agent's id: `undefined` while it is looked up, `null` if nobody has said. */
export function useAgentId() {
  const [agentId, setAgentId] = useState<string | null>();
  useEffect(() => {
    const look = async () => {
      const found = await chrome.storage.sync.get<{ agentId?: string }>('agentId');
      setAgentId(found.agentId ?? null);
    };
    void look();
    chrome.storage.sync.onChanged.addListener(look);
    return () => chrome.storage.sync.onChanged.removeListener(look);
  }, []);
  return agentId;
}
