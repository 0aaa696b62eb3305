// @ts-check
// Whether the links of a site hold, and their anchors. Links to other hosts are not followed.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';

/**
 * @param {string} site its folder
 * @returns {{ held: number, broken: string[] }} broken ones with the page that they are on
 */
export function checkLinks(site) {
  /** The ids and the links of each page and picture, by its address. @type {Map<string, { ids: Set<string>, links: string[] }>} */
  const pages = new Map();
  for (const file of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    const at = path.join(site, file);
    if (/\.(html|svg)$/.test(file)) pages.set(pathToFileURL(at).href, read(readFileSync(at, 'utf8')));
  }
  let held = 0;
  /** @type {string[]} */
  const broken = [];
  for (const [page, { links }] of pages) {
    for (const link of links) {
      const url = new URL(link, page);
      if (url.protocol !== 'file:') continue;
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      // As a server does.
      if (url.pathname.endsWith('/')) url.pathname += 'index.html';
      // Written as pathToFileURL does, whatever the link's own spelling.
      const target = pathToFileURL(decodeURIComponent(url.pathname));
      const ids = pages.get(target.href)?.ids;
      const holds = anchor === '' ? existsSync(target) : ids?.has(anchor);
      if (holds) held++;
      else broken.push(`${decodeURIComponent(page.slice(page.lastIndexOf('/') + 1))}: ${link}`);
    }
  }
  return { held, broken };
}

/** @param {string} html */
function read(html) {
  /** @type {Set<string>} */
  const ids = new Set();
  /** @type {string[]} */
  const links = [];
  const parser = new Parser({
    onopentag(_, { id, href, src }) {
      if (id) ids.add(id);
      links.push(...[href, src].filter((link) => link !== undefined));
    },
  });
  parser.end(html);
  return { ids, links };
}
