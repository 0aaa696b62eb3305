// @ts-check
// npm run docs: makes the site in `site/`. Guides and decisions are Markdown in `docs/`; the reference comes from
// the package's declarations, the pages of operations from those, the contract and the examples, which are run.
// A warning, an example that fails or a broken link fails it.

import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fail, packages, root, say } from '../../pkg-template/build/setup.mjs';

const site = path.join(root, 'site');

packages(root);
packages(path.join(root, 'docs'));
if (!existsSync(path.join(root, 'pkg/dist/index.mjs'))) fail('there is no package yet: npm run build');

const { folder, makeSources } = await import('./sources.mjs');
const { Application, LogLevel } = await import('typedoc');
const { checkLinks } = await import('./links.mjs');

say('running the examples of the operations');
const { readme, entries, documents } = await makeSources();

say('making the site');
const app = await Application.bootstrap({
  name: 'dixa-conversations',
  out: site,
  entryPoints: entries,
  tsconfig: path.join(root, 'docs/build/site.tsconfig.json'),
  readme,
  projectDocuments: documents,
  basePath: folder,
  customCss: path.join(root, 'docs/build/site.css'),
  disableGit: true,
  disableSources: true,
  hideGenerator: true,
  githubPages: false,
  excludePrivate: true,
  excludeProtected: true,
  groupOrder: ['Guides', 'Operations', 'Modules', 'Decisions', 'Background', '*'],
  navigation: { includeGroups: true },
  sort: ['source-order'],
  sortEntryPoints: false,
  treatWarningsAsErrors: true,
  validation: { notExported: false, invalidLink: true, invalidPath: true, rewrittenLink: true },
  logLevel: LogLevel.Warn,
  highlightLanguages: [
    'typescript',
    'tsx',
    'javascript',
    'json',
    'shellscript',
    'html',
    'rust',
    'toml',
    'diff',
  ],
});
const project = await app.convert();
if (project) app.validate(project);
const hasMistakes = () => app.logger.hasErrors() || app.logger.hasWarnings();
if (!project || hasMistakes()) fail('the site has mistakes; they are above');
rmSync(site, { recursive: true, force: true });
await app.generateOutputs(project);
if (hasMistakes()) fail('the site has mistakes; they are above');

say('checking its links');
const { held, broken } = checkLinks(site);
for (const link of broken) console.error(link);
if (broken.length > 0) fail(`${broken.length} links are broken`);
if (held < documents.length) fail(`only ${held} links were found`);
console.log(`${documents.length} pages, ${held} links hold: site/index.html`);
