// The options: the token and whom it acts as. The token is written here and never shown again.

import { useState, type FormEvent } from 'react';
import { render } from './root';
import { useAgentId } from './settings';

const UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

function Options() {
  const agentId = useAgentId();
  const [said, setSaid] = useState('');
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const token = String(given.get('token')).trim();
    const agentId = String(given.get('agentId')).trim();
    // The panel begins when it knows the agent: the token is there by then.
    if (token) await chrome.storage.local.set({ token });
    await chrome.storage.sync.set({ agentId });
    form.reset();
    setSaid(token ? 'Saved.' : 'Saved. The token stays as it was.');
  };
  const forget = async () => {
    await chrome.storage.sync.remove('agentId');
    await chrome.storage.local.remove('token');
    setSaid('Forgotten.');
  };
  if (agentId === undefined) return null;
  return (
    <main className="options">
      <h1>Dixa side panel</h1>
      <form onSubmit={save} key={agentId}>
        <label>
          Token
          <input name="token" type="password" autoComplete="off" required={agentId === null} />
          <span className="hint">
            From Settings › Integrations › API Tokens in Dixa. It is kept on this computer, sent to Dixa only,
            and not shown again.
          </span>
        </label>
        <label>
          Agent id
          <input
            name="agentId"
            defaultValue={agentId ?? ''}
            required
            pattern={UUID}
            title="A UUID"
            spellCheck={false}
          />
          <span className="hint">Replies, notes and claims are made in this agent’s name.</span>
        </label>
        <p className="row">
          <button className="main">Save</button>
          {agentId !== null && (
            <button type="button" onClick={forget}>
              Forget both
            </button>
          )}
        </p>
      </form>
      <p role="status">{said}</p>
    </main>
  );
}

render(<Options />);
