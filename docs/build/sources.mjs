// @ts-check
// What TypeDoc reads: the pages in the places that they have in the repository, so that their links hold as
// they stand, each with a title, and names of operations and types linked; and an entry for each of the package's.

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../pkg-template/build/setup.mjs';
import { DECLARED, TYPES } from './declarations.mjs';
import { overview, page } from './pages.mjs';

/** Where the sources of the site are made. */
export const folder = path.join(root, 'docs', '.work', 'site');

/** Guides in the order in which one reads them. */
const GUIDES = [
  'docs/guides/getting-started.md',
  'docs/guides/errors.md',
  'docs/guides/retries.md',
  'docs/guides/validation.md',
  'docs/guides/pages.md',
  'docs/guides/webhooks.md',
  'docs/proxy.md',
  'docs/guides/react.md',
  'docs/guides/testing.md',
  'docs/guides/extension.md',
  'docs/guides/migration.md',
  'docs/guides/inside.md',
];

const BACKGROUND = [
  'docs/performance.md',
  'docs/package.md',
  'docs/releasing.md',
  'tests/contract/CONTRACT.md',
  'tests/contract/AMBIGUITIES.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
];

const PICTURES = [
  'docs/bench.svg',
  'docs/guides/inside.svg',
  ...readdirSync(path.join(root, 'docs/images')).map((name) => `docs/images/${name}`),
];

const ENTRIES = {
  '': 'The client, its errors, and every model of the API.',
  '/webhooks': 'Says whether Dixa sent a request, and gives its event.',
  '/proxy': 'Keeps the token on your server.',
  '/helpers': 'What every bot and inbox writes.',
  '/testing': 'A local Dixa in memory.',
};

/** Makes all of them anew; gives their paths, in order. */
export async function makeSources() {
  rmSync(folder, { recursive: true, force: true });
  const decisions = readdirSync(path.join(root, 'docs/decisions')).map((file) => `docs/decisions/${file}`);
  /** @type {[string, string[]][]} */
  const groups = [
    ['Guides', GUIDES],
    ['Decisions', decisions],
    ['Background', BACKGROUND],
  ];
  const documents = groups.flatMap(([group, files]) => files.map((file) => put(file, text(file), group)));
  const operations = [put('docs/operations/all.md', overview(), 'Operations')];
  // One after the other would take minutes: what fails is waited for.
  const pages = await Promise.all(DECLARED.map(page));
  DECLARED.forEach(({ name }, index) =>
    operations.push(put(`docs/operations/${name}.md`, pages[index] ?? '', 'Operations')),
  );
  // TypeDoc writes its title.
  const readme = write('README.md', linked(text('README.md').replace(/^# .*$/m, ''), 'docs/operations'));
  for (const picture of PICTURES) {
    mkdirSync(path.dirname(path.join(folder, picture)), { recursive: true });
    copyFileSync(path.join(root, picture), path.join(folder, picture));
  }
  const entries = Object.entries(ENTRIES).map(([name, about]) =>
    write(
      `entries/${name.slice(1) || 'client'}.ts`,
      `/**\n * ${about}\n * @module dixa-conversations${name}\n */\nexport * from 'dixa-conversations${name}';\n`,
    ),
  );
  return { readme, entries, documents: [...documents, ...operations] };
}

/** @param {string} file */
const text = (file) => readFileSync(path.join(root, file), 'utf8');

/** @param {string} file @param {string} content */
function write(file, content) {
  const to = path.join(folder, file);
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, content);
  return to;
}

/**
 * @param {string} file
 * @param {string} content
 * @param {string} [group]
 */
function put(file, content, group) {
  const title = /^# (.*)$/m.exec(content)?.[1];
  if (!title) throw new Error(`${file} has no title`);
  const head = group ? `---\ntitle: ${JSON.stringify(title)}\ngroup: ${group}\n---\n\n` : '';
  const operations = path.posix.relative(path.posix.dirname(file), 'docs/operations') || '.';
  return write(file, head + linked(content, operations));
}

/**
 * Links what is named in code, outside blocks, headings and links.
 * @param {string} content
 * @param {string} operations the way to their pages
 */
export function linked(content, operations) {
  const names = new Set(DECLARED.map(({ name }) => name));
  return content
    .split(/(^```[^]*?^```$|^#.*$|\[[^\]]*\]\([^)]*\)|\{@link[^}]*\})/m)
    .map((piece, index) => {
      // A file that is in the repository and not on the site is its name here.
      if (index % 2 === 1) return piece.replace(/^\[([^\]]*)\]\((?:\.\.\/)*demo\/[^)]*\)$/, '`$1`');
      return piece.replace(/`(\w+)`/g, (code, name) => {
        if (names.has(name)) return `[${code}](${operations}/${name}.md)`;
        return TYPES.has(name) ? `{@link dixa-conversations.${name} | ${name}}` : code;
      });
    })
    .join('');
}
