// The filters of the inbox, and how Dixa is asked for them.

import type { SearchCondition, SearchParametersInput } from 'dixa-conversations';

export interface Filters {
  text: string;
  status: string[];
  channel: string[];
  agent: string[];
  tag: string[];
}

export type FilterName = Exclude<keyof Filters, 'text'>;

export const NOBODY = 'nobody';

export const START: Filters = { text: '', status: ['open'], channel: [], agent: [], tag: [] };

export const NOTHING: Filters = { ...START, status: [] };

/** As the filters spell them. */
export const STATUSES = { open: 'Open', pending: 'Pending', closed: 'Closed' };

export const CHANNELS = {
  email: 'Email',
  contactform: 'Form',
  chat: 'Chat',
  dixamessenger: 'Messenger',
  phone: 'Phone',
  voicemail: 'Voicemail',
  callback: 'Callback',
  sms: 'SMS',
  facebookmessenger: 'Facebook',
  whatsapp: 'WhatsApp',
};

/** With a value more. Nobody is no agent, so the two do not go together. */
export function added(filters: Filters, name: FilterName, value: string): Filters {
  const kept = filters[name].filter((one) => one !== value && one !== NOBODY && value !== NOBODY);
  return { ...filters, [name]: [...kept, value] };
}

export function removed(filters: Filters, name: FilterName, value: string): Filters {
  return { ...filters, [name]: filters[name].filter((one) => one !== value) };
}

/** All conditions must hold; of the values of one, any. */
export function parameters({ text, status, channel, agent, tag }: Filters): SearchParametersInput {
  const conditions: SearchCondition[] = [];
  if (status.length > 0)
    conditions.push({ field: { _type: 'Status', operator: { _type: 'IsOneOf', values: status } } });
  if (channel.length > 0)
    conditions.push({ field: { _type: 'Channel', operator: { _type: 'IsOneOf', values: channel } } });
  if (agent.includes(NOBODY))
    conditions.push({ field: { _type: 'AgentId', operator: { _type: 'IsEmpty' } } });
  else if (agent.length > 0)
    conditions.push({ field: { _type: 'AgentId', operator: { _type: 'IsOneOf', values: agent } } });
  if (tag.length > 0)
    conditions.push({ field: { _type: 'TagId', operator: { _type: 'IncludesOne', values: tag } } });
  return {
    ...(text !== '' && { query: { value: text } }),
    ...(conditions.length > 0 && { filters: { strategy: 'All', conditions } }),
  };
}
