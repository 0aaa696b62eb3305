// What both pages start with.

import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../console/src/base.css';
import '../../console/src/thread.css';
import './extension.css';

export function render(page: ReactNode) {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
