// What messages and conversations say, as plain text. HTML from customers is never put into the page.

import type { Conversation, File, Message } from 'dixa-conversations';
import { messageContent } from 'dixa-conversations/helpers';

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

export interface Said {
  text: string;
  files: File[];
  remark?: string;
}

/** What a message says, on whatever channel it came. */
export function said(message: Message): Said {
  const content = messageContent(message);
  const files = content?.attachments ?? [];
  switch (content?.kind) {
    case 'text':
    case 'markdown':
    case 'html': {
      const text = content.kind === 'html' ? htmlText(content.value) : content.value;
      const isSpoken = message.attributes._type === 'TranscriptAttributes';
      return { text, files, ...(isSpoken && { remark: 'Transcript' }) };
    }
    case 'stored':
      return { text: '', files: [content.file, ...files], remark: 'Too long to show here' };
    case 'form': {
      const values = Object.entries(content.values);
      return {
        text: values.map(([name, value]) => `${name}: ${formText(value)}`).join('\n'),
        files,
        remark: 'Form',
      };
    }
    case 'call':
      return {
        text: '',
        files,
        remark: `Call from ${content.from} to ${content.to}, ${minutes(content.durationSeconds)}`,
      };
    case 'recording':
      return {
        text: '',
        files: [{ url: content.url, prettyName: `Recording, ${minutes(content.durationSeconds)}` }, ...files],
      };
    case 'none':
      return { text: '', files };
    case 'unknown':
    case undefined:
      return { text: '', files, remark: 'Something of a kind that is not known here' };
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

/** A snippet of a search, cut where its marks are. (A page's first spaces would be dropped; a paragraph's are not.) */
export function snippet(html: string) {
  return html
    .split(/<em class="highlight">|<\/em>/)
    .map((text, index) => ({ text: htmlText(`<p>${text}`), marked: index % 2 === 1 }));
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

/** Who has a conversation. */
export const assignee = (conversation: Conversation) =>
  conversation._type !== 'Unknown' && 'assignment' in conversation
    ? conversation.assignment?.agentId
    : undefined;
