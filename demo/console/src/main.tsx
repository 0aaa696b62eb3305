// The page begins: queries, and the console in it.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Toasts } from './toasts';
import './base.css';
import './inbox.css';
import './over.css';
import './side.css';
import './thread.css';

// The SDK repeats what may be repeated; doing it here as well would multiply the attempts.
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
    // Offline, a change fails at once and says so, rather than happen when nobody thinks of it any more.
    mutations: { retry: false, networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Toasts>
          <App />
        </Toasts>
      </QueryClientProvider>
    </StrictMode>,
  );
}
