// Checks of the declarations themselves: no `any`, nothing undocumented, unions open where answers are read.
// Prints how they went.

import * as main from 'dixa-conversations';
import * as helpers from 'dixa-conversations/helpers';
import * as proxy from 'dixa-conversations/proxy';
import * as testing from 'dixa-conversations/testing';
import * as webhooks from 'dixa-conversations/webhooks';
import { anys } from './any.mjs';
import {
  declaredType,
  exported,
  files,
  operations,
  reach,
  tagOf,
  ts,
  unions,
  valuesOf,
} from './declarations.mjs';
import { hovers, undocumented } from './documented.mjs';

const report = { passed: [], failed: [] };

/** A check: it fails for each thing that was found. */
function none(name, found) {
  if (found.length === 0) report.passed.push(name);
  else report.failed.push({ name, message: `${found.length} found:\n${found.join('\n')}` });
}

/** What is in one of two lists only. */
const differing = (declared, there) => [
  ...declared.filter((name) => !there.includes(name)).map((name) => `${name} is declared only`),
  ...there.filter((name) => !declared.includes(name)).map((name) => `${name} is not declared`),
];

// In the order of the declarations.
Object.entries({
  'the package': main,
  'its sandbox': testing,
  'its webhooks': webhooks,
  'its proxy': proxy,
  'its helpers': helpers,
}).forEach(([name, entry], index) =>
  none(`${name} exports what is declared`, differing(valuesOf(files[index]), Object.keys(entry))),
);
none(
  'the client has the methods that are declared',
  differing(
    operations().map(({ name }) => name),
    Object.getOwnPropertyNames(main.ConversationsClient.prototype).filter((name) => name !== 'constructor'),
  ),
);
none('no public type is any', anys());
none('every export and every member is documented', undocumented());
for (const { name, expected, shown } of hovers()) {
  none(
    `hovering over ${name} shows: ${expected}`,
    shown.includes(expected) ? [] : [`shown: ${shown || 'nothing'}`],
  );
}

const known = unions();
const kinds = new Set(known.flatMap((union) => [...union.kinds.values()]));
none(
  'every type with a _type is a kind of a union',
  [...exported.keys()].filter(
    (name) => tagOf(declaredType(name)) !== undefined && !kinds.has(declaredType(name)),
  ),
);

const results = [...operations().map(({ result }) => result), declaredType('WebhookDelivery')];
const answered = new Set(results.flatMap((result) => [...reach(result)]));
for (const { name, kinds } of known) {
  if (!answered.has(declaredType(name)) && ![...kinds.values()].every((kind) => answered.has(kind))) continue;
  const unknown = kinds.get('Unknown');
  const index = unknown?.getStringIndexType();
  none(`${name} is open: a kind Unknown with an index signature of unknown`, [
    ...(unknown ? [] : ['it has no kind Unknown']),
    ...(unknown && !(index && index.flags & ts.TypeFlags.Unknown)
      ? ['Unknown has no such index signature']
      : []),
    ...(unknown && !unknown.getProperty('rawType') ? ['Unknown has no rawType'] : []),
  ]);
}

console.log(JSON.stringify(report));
