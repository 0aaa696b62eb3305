// What messages and conversations say, as plain text. HTML from customers is never put into the page.

import type { Attributes, Content, Conversation, File } from 'dixa-conversations';

const CHANNELS: Record<string, string> = {
  WidgetChat: 'Chat',
  PstnPhone: 'Phone',
  FacebookMessenger: 'Facebook',
  ContactForm: 'Form',
  Sms: 'SMS',
};

export const channelName = (channel: string) => CHANNELS[channel] ?? channel;

export const stateName = (state: string | undefined) =>
  state === 'AwaitingPending' ? 'Pending soon' : (state ?? 'Unknown');

/** The subject, or what stands for it. */
export function titleOf(conversation: Conversation) {
  const subject =
    'subject' in conversation && typeof conversation.subject === 'string' ? conversation.subject : undefined;
  if (subject) return subject;
  if (conversation._type === 'AnonymizedConversation') return 'Anonymized conversation';
  return `${channelName(conversation.channel)} conversation`;
}

function htmlText(html: string) {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

function contentText(content: Content | undefined) {
  if (!content) return '';
  const value = typeof content.value === 'string' ? content.value : '';
  return content._type === 'Html' ? htmlText(value) : value;
}

export interface Said {
  text: string;
  files: File[];
  remark?: string;
}

/** What a message says, on whatever channel it came. */
export function said(attributes: Attributes): Said {
  switch (attributes._type) {
    case 'EmailAttributes':
    case 'ContactFormAttributes': {
      const { emailContent, attachments } = attributes;
      if (emailContent?._type === 'TooLarge')
        return { text: '', files: [emailContent.file], remark: 'Too long to show here' };
      return {
        text: emailContent?._type === 'Regular' ? contentText(emailContent.content) : '',
        files: attachments,
      };
    }
    case 'PhoneAttributes':
      return {
        text: '',
        files: [],
        remark: `Call from ${attributes.from} to ${attributes.to}, ${minutes(attributes.duration)}`,
      };
    case 'CallRecordingAttributes':
      return {
        text: '',
        files: [{ url: attributes.recording, prettyName: `Recording, ${minutes(attributes.duration)}` }],
      };
    case 'TranscriptAttributes':
      return { text: contentText(attributes.content), files: [], remark: 'Transcript' };
    case 'MessengerFormAttributes': {
      const values = Object.entries(attributes.formSubmission.values);
      return {
        text: values.map(([name, value]) => `${name}: ${formText(value)}`).join('\n'),
        files: [],
        remark: 'Form',
      };
    }
    case 'Unknown':
      return {
        text: '',
        files: [],
        remark: `A message of a kind that is not known here (${attributes.rawType ?? 'no kind'})`,
      };
    default:
      return { text: contentText(attributes.content), files: attributes.attachments };
  }
}

function formText(value: unknown): string {
  if (Array.isArray(value)) return value.map(formText).join(', ');
  if (typeof value === 'object' && value !== null && 'value' in value) return formText(value.value);
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
  return String(value);
}

const minutes = (seconds: number | undefined) =>
  seconds === undefined
    ? 'length unknown'
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;

/** A snippet of a search, cut where its marks are. */
export function snippet(html: string) {
  return html
    .split(/<em class="highlight">|<\/em>/)
    .map((text, index) => ({ text: htmlText(text), marked: index % 2 === 1 }));
}

/** `ConversationClosed` as words. */
export const words = (name: string) =>
  name.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);

export const time = (timestamp: string) =>
  new Date(timestamp).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
