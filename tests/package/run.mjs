// npm run test:everywhere: the packed tarball in every runtime, browser, bundler and test runner, and a table.
// `npm run test:everywhere node jest` runs these places only; `--core` those that `npm test` runs;
// `--readme` writes the table into the README; `--broken` runs a package that lies, in which every place
// has to fail.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { fail, root, say, setup } from '../../pkg-template/build/setup.mjs';

const { values: flags, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    core: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    broken: { type: 'boolean', default: false },
  },
});

const folder = path.join(root, 'tests', 'package', 'places');
const names = readdirSync(folder).sort();
const unknown = wanted.find((name) => !names.includes(name));
if (unknown) fail(`there is no place ${unknown}; there are: ${names.join(', ')}`);

setup();
const { makeFaultyPackage, makePackage } = await import('../../pkg-template/build/package.mjs');
await makePackage();
const { startServer } = await import('./harness/server.mjs');
const { packed } = await import('./harness/project.mjs');
const { Context } = await import('./harness/place.mjs');

const unpacked = packed(path.join(root, 'pkg'), { broken: flags.broken });
/** @type {string | undefined} */
let faultyUnpacked;
const faulty = async () => (faultyUnpacked ??= packed(await makeFaultyPackage(), { broken: flags.broken }));
const server = await startServer();

/** @type {Awaited<ReturnType<typeof visit>>[]} */
const rows = [];
for (const name of names) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { default: places } = await import(pathToFileURL(path.join(folder, name, 'place.mjs')).href);
  for (const place of places) {
    if (flags.core && !place.core) continue;
    rows.push(await visit(name, place));
  }
}
server.close();

console.table(
  Object.fromEntries(
    rows.map(({ name, version, passed, failed, coldStartMs, seconds }) => [
      name,
      { version, passed, failed: failed.length, 'cold start, ms': coldStartMs, seconds },
    ]),
  ),
);
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed.length, 0);
if (flags.readme) {
  if (failed > 0 || flags.core || wanted.length > 0) fail('the README shows whole runs in which all passed');
  writeReadme();
}
if (flags.broken) {
  const blind = rows.filter((row) => row.failed.length === 0).map(({ name }) => name);
  say(`${rows.length - blind.length} of ${rows.length} places saw that the package is broken`);
  process.exit(blind.length === 0 ? 0 : fail(`blind: ${blind.join('; ')}`));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/**
 * @param {string} name of the place's folder
 * @param {import('./harness/place.mjs').Place} place
 */
async function visit(name, place) {
  say(place.name);
  const started = Date.now();
  const context = new Context(name, place, server, { unpacked, faulty });
  /** @type {string | undefined} */
  let version;
  /** @type {import('./harness/server.mjs').Report} */
  let report;
  try {
    version = await place.version?.(context);
    report = await place.run(context);
  } catch (error) {
    report = { passed: [], failed: [{ name: 'it runs', message: told(error) }] };
  }
  await context.end();
  for (const { name: check, message } of report.failed) {
    console.log(
      `  ✗ ${check}\n    ${message
        .split('\n')
        .slice(0, flags.broken ? 1 : 60)
        .join('\n    ')}`,
    );
  }
  return {
    name: place.name,
    version: version ?? report.version ?? '', // a page tells its browser's
    passed: report.passed.length,
    failed: report.failed,
    coldStartMs: report.coldStartMs === undefined ? undefined : Math.round(report.coldStartMs),
    seconds: Math.round((Date.now() - started) / 1000),
  };
}

/** @param {unknown} error */
function told(error) {
  return error instanceof Error ? `${error.stack}` : String(error);
}

function writeReadme() {
  const file = path.join(root, 'README.md');
  const lines = rows.map(
    ({ name, version, passed, coldStartMs }) => `| ${name} | ${version} | ${passed} | ${coldStartMs ?? ''} |`,
  );
  const table = ['| place | version | checks passed | cold start, ms |', '|---|---|---|---|', ...lines];
  const text = readFileSync(file, 'utf8');
  const [start, end] = ['<!-- made by npm run test:everywhere -- --readme -->', '<!-- end -->'];
  const pattern = new RegExp(`${start}[^]*?${end}`);
  if (!pattern.test(text)) fail(`README.md has no ${start} … ${end}`);
  writeFileSync(
    file,
    text.replace(pattern, () => `${start}\n\n${table.join('\n')}\n\n${end}`),
  );
  say('the table is in the README');
}
