// @ts-check
// What a message says, in one shape for all channels.

import { unknown } from './unknown.mjs';

/** @typedef {import('../../generated/client.js').Message} Message */
/** @typedef {import('../../generated/client.js').Content} Content */
/** @typedef {import('../../generated/client.js').EmailContent} EmailContent */

/**
 * @param {Message} message
 * @returns {object | undefined} `MessageContent` of the types
 */
export function messageContent({ attributes }) {
  switch (attributes._type) {
    case 'EmailAttributes':
    case 'ContactFormAttributes':
      return { ...emailed(attributes.emailContent), ...around(attributes) };
    case 'ChatAttributes':
    case 'FacebookMessengerAttributes':
    case 'GenericAttributes':
    case 'SmsAttributes':
    case 'TranscriptAttributes':
    case 'TwitterAttributes':
    case 'WhatsAppAttributes':
      return { ...written(attributes.content), ...around(attributes) };
    case 'MessengerFormAttributes': {
      const { formSubmission, content } = attributes;
      return { kind: 'form', values: formSubmission.values, ...given({ content }), ...around(attributes) };
    }
    case 'PhoneAttributes': {
      const { from, to, duration } = attributes;
      return { kind: 'call', from, to, ...given({ durationSeconds: duration }), ...around(attributes) };
    }
    case 'CallRecordingAttributes': {
      const { recording, duration } = attributes;
      return { kind: 'recording', url: recording, ...given({ durationSeconds: duration }), ...around({}) };
    }
    default:
      return void unknown(attributes);
  }
}

/** @param {EmailContent | undefined} body */
function emailed(body) {
  if (!body) return { kind: 'none' };
  switch (body._type) {
    case 'Regular':
      return written(body.content);
    case 'TooLarge':
      return { kind: 'stored', file: body.file };
    default:
      return { kind: 'unknown', content: unknown(body) };
  }
}

/** @param {Content | undefined} content */
function written(content) {
  if (!content) return { kind: 'none' };
  switch (content._type) {
    case 'Text':
      return { kind: 'text', value: content.value };
    case 'Html':
      return { kind: 'html', value: content.value };
    case 'Markdown':
      return { kind: 'markdown', value: content.value };
    default:
      return { kind: 'unknown', content: unknown(content) };
  }
}

/**
 * What every kind of content has. Lists are there even where answers are not checked.
 * @param {{ attachments?: unknown[], inlineImages?: unknown[], direction?: unknown }} attributes
 */
const around = ({ attachments = [], inlineImages = [], direction }) => ({
  attachments,
  inlineImages,
  ...given({ direction }),
});

/**
 * Without what is undefined.
 * @param {Record<string, unknown>} fields
 */
const given = (fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
