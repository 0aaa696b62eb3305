// The side panel: the conversation of the page beside it.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Conversation, OptionsButton } from './Conversation';
import { render } from './root';
import { useAgentId } from './settings';
import { useConversationId } from './tab';

// The client repeats what may be repeated; doing it here as well would multiply the attempts.
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
});

function Panel() {
  const agentId = useAgentId();
  const id = useConversationId();
  if (agentId === undefined || id === undefined) return null;
  if (agentId === null) {
    return (
      <main className="empty">
        <p>The panel needs a token, and to know which agent you are.</p>
        <OptionsButton />
      </main>
    );
  }
  if (id === null) {
    return (
      <main className="empty">
        <p>Open a conversation in Dixa, and it is shown here.</p>
      </main>
    );
  }
  return <Conversation key={id} id={id} me={agentId} />;
}

render(
  <QueryClientProvider client={queries}>
    <Panel />
  </QueryClientProvider>,
);
