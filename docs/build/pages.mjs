// @ts-check
// The page of an operation, in Markdown. Everything on it comes from the declarations, the contract, or the
// example that ran.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { DECLARED, TYPES } from './declarations.mjs';
import { failedBy, linesOf, printedBy } from './examples.mjs';

/** @typedef {import('./declarations.mjs').Operation} Operation */

const document = new URL('../../tests/contract/openapi.yaml', import.meta.url);
const contract = parse(readFileSync(document, 'utf8'));

/** Sections of the contract, for the operations of the reference and for the others. */
const SECTIONS = {
  reference: ['3', '3-core-endpoints-23'],
  additions: ['4', '4-endpoints-dixa-has-that-the-2024-reference-lacks'],
};

/** What the contract has of an operation. @param {Operation} operation */
function contracted({ name, method, path }) {
  const found = contract.paths[path]?.[method.toLowerCase()];
  if (found?.['x-sdk-name'] !== name) throw new Error(`the contract has no ${name} at ${method} ${path}`);
  return found;
}

/** A type, with the names in it linked. Pipes would end the cell of a table. @param {string} type */
function linked(type) {
  return type
    .split(/(\w+)/)
    .map((piece) =>
      TYPES.has(piece)
        ? `{@link dixa-conversations.${piece} | ${piece}}`
        : piece.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('[]', '\\[\\]'),
    )
    .join('');
}

/** @param {import('./declarations.mjs').Field[]} fields */
function table(fields) {
  const rows = fields.map(({ name, type, required, docs }) => {
    const about = `${required ? '' : 'Optional. '}${docs.replaceAll('|', '\\|')}`;
    return `| \`${name.replace(/['"]/g, '')}\` | ${linked(type)} | ${about} |`;
  });
  return ['| name | type | |', '|---|---|---|', ...rows, ''].join('\n');
}

/** @param {Operation} operation */
function parameters(operation) {
  /** @type {Record<string, string>} */
  const about = { body: 'What is sent.', query: 'The query, as one object.', options: 'For this call only.' };
  /** @param {string} name */
  const inPath = (name) =>
    contracted(operation).parameters?.find((/** @type {{ name: string }} */ one) => one.name === name)
      ?.description ?? 'In the path.';
  const given = operation.parameters.map((one) => ({ ...one, docs: about[one.name] ?? inPath(one.name) }));
  const parts = given.flatMap(({ name, fields }) =>
    fields.length > 0 ? [`### Fields of \`${name}\`\n`, table(fields)] : [],
  );
  return [table(given), ...parts].join('\n');
}

/** Statuses of failures that the contract documents. @param {Operation} operation */
const documentedFailures = (operation) =>
  Object.keys(contracted(operation).responses)
    .map(Number)
    .filter((status) => status >= 400);

/** @param {Operation} operation */
async function failures(operation) {
  const rows = await Promise.all(documentedFailures(operation).map((status) => failedBy(operation, status)));
  return [
    '| status | error | `code` | `outcome` | attempts |',
    '|---|---|---|---|---|',
    ...rows.map(
      ({ status, error, code, outcome, attempts }) =>
        `| ${status} | ${linked(error)} | \`${code}\` | \`${outcome}\` | ${attempts} |`,
    ),
    '',
  ].join('\n');
}

/** @param {Operation} operation */
function answer({ result, paged }) {
  if (result === 'ApiPromise<undefined>') return 'Nothing: it resolves to `undefined`.';
  const more = paged
    ? 'awaited, the first page; in `for await`, the items of all pages. See [pages](../guides/pages.md).'
    : '`.withResponse()` gives status, headers and issues beside it.';
  return `${linked(result)}${paged ? ':' : '.'} ${more}`;
}

/** @param {Operation} operation */
export async function page(operation) {
  const { name, about, method, path, replay, successor, signature } = operation;
  const { description, 'x-core': core } = contracted(operation);
  const [section, anchor] = SECTIONS[core ? 'reference' : 'additions'];
  const notes = description
    ? ` It notes: ${String(description).replace(/\s+/g, ' ').replaceAll('|', '\\|')}`
    : '';
  const short = signature.replace(/([(,]) ?(?=\w+\??: )/g, '$1\n  ').replace(/\): /, ',\n): ');
  return `# ${name}

${about}
${successor ? `\n> **Deprecated** by Dixa: use [${successor}](${successor}.md).\n` : ''}
\`\`\`ts
${short}
\`\`\`

\`${method} ${path}\`

## Example

\`\`\`js
${linesOf(name)}
\`\`\`

It ran against [the sandbox](../guides/testing.md) when this page was made, and printed:

\`\`\`text
${await printedBy(operation)}
\`\`\`

## What it takes

${parameters(operation)}
## What comes back

${answer(operation)}

## When it fails

${replay}

${await failures(operation)}
These are the failures that the contract documents, each given to every attempt of the example, with the default of two retries. Connections that break and answers that come too late are in [errors](../guides/errors.md).

## Where this comes from

[Contract, section ${section}](../../tests/contract/CONTRACT.md#${anchor}).${notes}
`;
}

/** The list of all operations. */
export function overview() {
  const items = DECLARED.map(
    ({ name, method, path, about, successor }) =>
      `- [${name}](${name}.md)${successor ? ' (deprecated)' : ''}: ${about} \`${method} ${path}\``,
  );
  return `# All operations\n\n${items.join('\n')}\n`;
}
