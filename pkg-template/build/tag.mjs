// Whether a release may be made of a tag: `node pkg-template/build/tag.mjs v1.2.3`. It has to name the version of
// Cargo.toml, and the changelog the day of it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { version } from './package.mjs';
import { fail, root, say } from './setup.mjs';

const [tag] = process.argv.slice(2);
if (tag !== `v${version()}`) fail(`the tag is ${tag}, the version of Cargo.toml ${version()}`);
const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
const [, day] = new RegExp(`^## ${version().replaceAll('.', '\\.')} \\((.+)\\)$`, 'm').exec(changelog) ?? [];
if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '')) fail(`CHANGELOG.md has no day for ${version()}`);
say(`${tag} is the version of Cargo.toml and of ${day}`);
