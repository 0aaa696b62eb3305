// @ts-check
// Where the crate departs from the document on purpose. An entry that no longer holds is told, too.

/** @typedef {import('./compare.mjs').Finding} Finding */

const NARROWER = [
  'OpChannelIsOneOf',
  'OpChannelIsNotOneOf',
  'OpDirectionIsOneOf',
  'OpDirectionIsNotOneOf',
].concat('OpStatusIsOneOf', 'OpStatusIsNotOneOf');

/** @type {{ why: string, findings: Finding[] }[]} */
export const KNOWN = [
  {
    why: 'Whether a conversation is taken from another agent has to be said.',
    findings: [{ at: 'ClaimConversationInput.force', what: '~ may be absent or null' }],
  },
  {
    why: 'Dixa is about to take messages of attachments alone (contract, ambiguity 9); it decides, and not this package.',
    findings: ['Outbound', 'CreateMessageOutputData'].map((name) => ({
      at: `${name}.content`,
      what: '~ is always there',
    })),
  },
  {
    why: 'It was a constant, and is no longer sent; nothing is to be told apart by it.',
    findings: [{ at: 'ConversationSearchHit._type', what: '~ is enum, not text' }],
  },
  {
    why: 'The document has one pair of operators for all fields; the models know what values these three take (contract 6.11).',
    findings: NARROWER.flatMap((name) => [
      { at: `${name}.values`, what: '~ may be absent or null' },
      { at: `${name}.values[]`, what: '~ is text, not enum' },
    ]),
  },
];

/**
 * The findings that are not known, and the known ones that were not found.
 * @param {Finding[]} found
 */
export function without(found) {
  const text = (/** @type {Finding} */ { at, what }) => `${at}\n${what}`;
  const all = KNOWN.flatMap(({ findings }) => findings);
  const [known, there] = [new Set(all.map(text)), new Set(found.map(text))];
  return {
    findings: found.filter((one) => !known.has(text(one))),
    stale: all.filter((one) => !there.has(text(one))),
  };
}
