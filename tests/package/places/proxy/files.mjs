// The page's files, for servers that have nothing for them.

import { readFile } from 'node:fs/promises';

const TYPES = { '/': 'text/html', '/page.js': 'text/javascript' };

/** @param {string} pathname */
export async function fileOf(pathname) {
  if (!Object.hasOwn(TYPES, pathname)) return new Response('There is no such file.', { status: 404 });
  const content = await readFile(`public/${pathname === '/' ? 'index.html' : pathname.slice(1)}`);
  return new Response(content, { headers: { 'content-type': TYPES[pathname] } });
}

/** @param {Request} request */
export const serveStatic = (request) => fileOf(new URL(request.url).pathname);
