import { useEffect, useState } from 'react';
import { useDirectory } from './dixa';
import { Inbox } from './Inbox';
import { Notice } from './parts';
import { Thread } from './Thread';

const chosen = () => {
  const id = Number(location.hash.slice(1));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

/** The inbox on the left, the chosen conversation on the right; on a narrow screen one of them. */
export function App() {
  const directory = useDirectory();
  const [id, setId] = useState(chosen);
  const [agentId, setAgentId] = useState<string>();
  useEffect(() => {
    const follow = () => setId(chosen());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  if (directory.isPending) return <p className="hint centered">Loading…</p>;
  if (directory.isError) return <Notice error={directory.error} />;
  const me = directory.data.agents.find((agent) => agent.id === agentId) ?? directory.data.agents[0];
  if (!me) return <p className="hint centered">There are no agents.</p>;
  return (
    <div className={id === undefined ? 'app' : 'app reading'}>
      <header className="bar">
        <strong>Lumen inbox</strong>
        <label>
          You are{' '}
          <select value={me.id} onChange={(event) => setAgentId(event.target.value)}>
            {directory.data.agents.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name}
              </option>
            ))}
          </select>
        </label>
      </header>
      <Inbox directory={directory.data} me={me} chosen={id} />
      <main>
        {id === undefined ? (
          <p className="hint centered">Choose a conversation. ↑ and ↓ move through the list.</p>
        ) : (
          <Thread key={id} id={id} directory={directory.data} me={me} />
        )}
      </main>
    </div>
  );
}
