// The frame: the inbox on the left, the chosen conversation on the right; on a narrow screen one of them.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useConnection } from './connection';
import { directoryQuery } from './directory';
import { Help } from './Help';
import { Inbox } from './Inbox';
import { focus, isTyping, useKeys } from './keys';
import { Notice } from './parts';
import { Thread } from './Thread';

const CONNECTIONS = {
  good: '',
  lost: 'No connection to Dixa. Trying again.',
  offline: 'Offline. Drafts are kept.',
};

const chosen = () => {
  const id = Number(location.hash.slice(1));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

function onChosen(tell: () => void) {
  addEventListener('hashchange', tell);
  return () => removeEventListener('hashchange', tell);
}

export function App() {
  const directory = useQuery(directoryQuery);
  const connection = useConnection();
  const id = useSyncExternalStore(onChosen, chosen);
  const [agentId, setAgentId] = useState<string>();
  const help = useRef<HTMLDialogElement>(null);
  const last = useRef(id);
  // On a narrow screen the focus would be lost with what is hidden.
  useEffect(() => {
    if (last.current === id) return;
    if (id === undefined) focus(`.inbox a[href="#${last.current}"]`);
    else if (!document.activeElement?.checkVisibility() || document.activeElement === document.body)
      focus('.conversation');
    last.current = id;
  }, [id]);
  useKeys({
    '?': () => help.current?.showModal(),
    Escape: () => {
      const active = document.activeElement;
      if (!isTyping(active)) location.hash = '';
      else if (active?.closest('.conversation')) focus('.conversation');
      else focus('.inbox li a[aria-current]', '.inbox li a');
    },
  });
  const me = directory.data?.agents.find((agent) => agent.id === agentId) ?? directory.data?.agents[0];
  return (
    <div className={id === undefined ? 'app' : 'app reading'}>
      <header className="bar">
        <h1 className={connection === 'good' ? '' : 'aside'}>Lumen inbox</h1>
        <p className="connection" role="status">
          {CONNECTIONS[connection]}
        </p>
        <button type="button" className="plain" onClick={() => help.current?.showModal()}>
          Keys
        </button>
        <label>
          <span className="wide">You are </span>
          <select aria-label="You are" value={me?.id} onChange={({ target: { value } }) => setAgentId(value)}>
            {directory.data?.agents.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name}
              </option>
            ))}
          </select>
        </label>
      </header>
      {directory.isError && <Notice error={directory.error} />}
      {directory.data && me && (
        <main>
          <Inbox directory={directory.data} chosen={id} />
          <div className="conversation" tabIndex={-1}>
            {id === undefined ? (
              <p className="hint centered">Choose a conversation. Press ? for the keys.</p>
            ) : (
              <Thread key={id} id={id} directory={directory.data} me={me} />
            )}
          </div>
        </main>
      )}
      <Help ref={help} />
    </div>
  );
}
