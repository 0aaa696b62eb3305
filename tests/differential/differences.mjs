// @ts-check
// Where the package's tables, the typed models and the JSON Schema of `openapi.yaml` knowingly differ on
// an answer, or on what is to be sent. What is not in this table, all three judge alike. (That `data: null` is no answer, though the
// schema has it, is in the design; such texts come before no judge.)

/** @typedef {'table' | 'serde' | 'schema'} Judge */

const ID = '"d58c8b1c-85ad-4678-a6c8-7442945f3836"';
const note = (
  /** @type {{ id?: string, createdAt?: string, csid?: string }} */ {
    id = ID,
    createdAt = '"2020-12-16T09:41:43Z"',
    csid = '7',
  },
) =>
  /** @type {const} */ ([
    'addInternalNote',
    `{"id":${id},"authorId":${ID},"createdAt":${createdAt},"csid":${csid},"message":""}`,
  ]);
const hit = (/** @type {string} */ more) =>
  /** @type {const} */ (['searchConversations', `[{"id":1,${more}}]`]);
const message = (/** @type {string} */ attributes) =>
  /** @type {const} */ ([
    'listMessages',
    `[{"id":${ID},"authorId":${ID},"createdAt":"2020-12-16T09:41:43Z","attributes":${attributes}}]`,
  ]);

/** What is said against a value: by whom, why not by all, and the `data` of an operation that it is said against. */
export const OBJECTIONS =
  /** @satisfies {Record<string, { by: readonly Judge[], perhaps?: readonly Judge[], why: string, example: readonly [operation: string, text: string, direction?: 'request'] }>} */ ({
    'another kind': {
      by: ['table', 'serde', 'schema'],
      why: 'A value of a wrong type, or none where one is due: everybody objects.',
      example: note({ csid: 'true' }),
    },
    'an array for an object': {
      by: ['table', 'schema'],
      perhaps: ['serde'],
      why: 'Of serde: a derived struct reads the array of its fields too, when all of them are there.',
      example: [
        'listActivityLog',
        `[{"id":${ID},"conversationId":7,"activityTimestamp":"2020-12-16T09:41:43Z","activityType":"","_type":"","author":["x"]}]`,
      ],
    },
    'no UUID in a request': {
      by: ['table', 'schema'],
      why: 'Design, Settled points: checked before it is sent. The typed models hold a UUID as text.',
      example: ['closeConversation', '{"userId":"7"}', 'request'],
    },
    'an unknown kind in a request': {
      by: ['serde', 'schema'],
      why: 'Design, Decoded values: an unknown `_type` is sent as it is; the typed models write what they know.',
      example: ['addMessage', '{"_type":"Fax"}', 'request'],
    },
    'a kind without a name in a request': {
      by: ['schema'],
      perhaps: ['serde'],
      why: 'What came without a `_type` goes back as it is; the typed models read what has all that its kinds share.',
      example: ['addMessage', '{"_type":"Inbound","content":{"_type":"Unknown","value":""}}', 'request'],
    },
    'a number that JavaScript has rounded': {
      by: ['table'],
      why: 'Design, Decoded values 4: never a rounded number; a larger one is given as a bigint or in a string.',
      example: ['linkConversation', '{"parentId":12000000000000000,"linkType":"FollowUp"}', 'request'],
    },
    'the last integers of 64 bits': {
      by: ['schema'],
      perhaps: ['serde'],
      why: 'They go out exactly, but these judges are shown the double that JavaScript reads of them.',
      example: ['linkConversation', '{"parentId":"9223372036854775807","linkType":"FollowUp"}', 'request'],
    },
    'a value that the schema does not list': {
      by: ['schema'],
      why: 'Design, Decoded values: an enum value that the models do not know is sent as it is.',
      example: [
        'importConversation',
        `{"_type":"GenericConversationImport","createdAt":"2020-12-16T09:41:43Z","direction":"Inbound","genericChannelName":"","requesterConnectionStatus":"","requesterId":${ID}}`,
        'request',
      ],
    },
    'null for what may be absent': {
      by: ['schema'],
      why: 'Design, Decoded values: `null` of an optional field is dropped before it is sent.',
      example: ['closeConversation', '{"userId":null}', 'request'],
    },
    'a force that is not said': {
      by: ['table', 'serde'],
      why: "Ambiguities 11: Dixa's pages disagree on the default, so the design wants it said.",
      example: ['claimConversation', `{"agentId":${ID}}`, 'request'],
    },
    'a message without content': {
      by: ['schema'],
      why: 'Ambiguities 9: of an attachment alone, Dixa decides.',
      example: ['addMessage', `{"_type":"Outbound","agentId":${ID}}`, 'request'],
    },
    'no UUID': {
      by: ['schema'],
      why: 'Contract 2.6: the ids of an answer are taken as they come.',
      example: note({ id: '"7"' }),
    },
    'no timestamp': {
      by: ['table', 'schema'],
      why: 'Contract 6.1. The typed models hold a timestamp as text; the table checks it.',
      example: note({ createdAt: '"yesterday"' }),
    },
    'no such time': {
      by: ['table'],
      why: "Contract 6.1: the schema's pattern takes a 13th month; the design wants what `new Date` reads.",
      example: note({ createdAt: '"2020-13-16T09:41:43Z"' }),
    },
    'a time that is only read': {
      by: ['table'],
      why: 'Design, Settled points: what is sent is of RFC 3339, with its seconds and a colon in its offset.',
      example: ['addInternalNote', '{"message":"","createdAt":"2020-12-16T09:41Z"}', 'request'],
    },
    'another constant': {
      by: ['schema'],
      why: 'Ambiguities 8: `_type` of a search hit is optional, and ignored.',
      example: hit('"highlights":{},"_type":"Hit"'),
    },
    'a phone number that is no integer': {
      by: ['schema'],
      why: 'Design, Settled points: a phone number that comes as a number is left alone.',
      example: message('{"_type":"PhoneAttributes","from":"","to":1.5}'),
    },
    'an integer in a string': {
      by: ['schema'],
      why: 'Design, Settled points: an int64 given as a string is a mend and not an issue.',
      example: note({ csid: '"7"' }),
    },
    'a fraction that a double rounds': {
      by: ['table'],
      why: 'Design, Decoded values 4: the table reads digits; the others get the double, which is whole.',
      example: note({ csid: '9007199254740993.5' }),
    },
    'just beyond 64 bits': {
      by: ['table', 'serde'],
      why: 'Design, Decoded values 4: the schema judges doubles, and the double next to 2^63 - 1 is 2^63.',
      example: note({ csid: '9223372036854775808' }),
    },
    'an unknown kind': {
      by: ['schema'],
      why: 'Contract 2.6, `x-open-union`: what Dixa adds tomorrow is no fault; the schema lists what is known.',
      example: message('{"_type":"FaxAttributes"}'),
    },
    'null for a tag': {
      by: ['table', 'schema'],
      why: 'Design, Decoded values 3: it becomes `Unknown`, which the typed models read; `null` is no tag of anything.',
      example: message('{"_type":null}'),
    },
    'null for a list in a map': {
      by: ['schema'],
      why: 'Design, Decoded values 1: a null array of the models reads as `[]`.',
      example: hit('"highlights":{"a":null}'),
    },
  });

/** @typedef {keyof typeof OBJECTIONS} Objection */

/**
 * Whether a judge is to refuse a value that this is said against; nothing when it may do either.
 * @param {Judge} judge
 * @param {Set<Objection>} objections
 */
export function refuses(judge, objections) {
  /** @type {{ by: readonly Judge[], perhaps?: readonly Judge[] }[]} */
  const said = [...objections].map((objection) => OBJECTIONS[objection]);
  if (said.some(({ by }) => by.includes(judge))) return true;
  return said.some(({ perhaps }) => perhaps?.includes(judge)) ? undefined : false;
}
