// A page that stands for Dixa's agent app, as far as the extension sees it: a conversation's id is in its address,
// and choosing another one changes the address without loading a page.

import { createServer } from 'node:http';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Agent app</title>
    <link rel="icon" href="data:," />
    <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      body { margin: 2rem; max-width: 40rem; }
      a[aria-current] { font-weight: bold; }
    </style>
  </head>
  <body>
    <h1>A stand-in for Dixa's agent app</h1>
    <p>The side panel follows the address: open it with the extension's button, then choose.</p>
    <ul></ul>
    <script>
      const list = document.querySelector('ul');
      const show = () => {
        for (const link of list.querySelectorAll('a')) {
          link.toggleAttribute('aria-current', link.pathname === location.pathname);
        }
      };
      list.addEventListener('click', (event) => {
        if (event.target.tagName !== 'A') return;
        event.preventDefault();
        history.pushState(null, '', event.target.href);
        show();
      });
      addEventListener('popstate', show);
      for (const id of [IDS]) {
        const link = Object.assign(document.createElement('a'), { href: '/conversation/' + id });
        link.textContent = 'Conversation ' + id;
        list.append(document.createElement('li'));
        list.lastChild.append(link);
      }
      show();
    </script>
  </body>
</html>
`;

/** @param {{ port?: number, conversations: number[] }} options */
export async function startPage({ port = 0, conversations }) {
  const page = PAGE.replace('IDS', conversations.join(', '));
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
