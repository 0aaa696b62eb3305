// What the panel may ask of the service worker.

import type { ConversationsClient, RequestOptions } from 'dixa-conversations';

export const OPERATIONS = [
  'addInternalNote',
  'addMessage',
  'bulkTagConversation',
  'claimConversation',
  'getConversation',
  'listInternalNotes',
  'listMessages',
  'listTags',
  'untagConversation',
] as const;

export type Operation = (typeof OPERATIONS)[number];

/** A message of the panel. */
export interface Call {
  operation: Operation;
  inputs: never[];
}

/** Without the options: signals and hooks cannot cross. */
type Inputs<P> = P extends [...infer Given, options?: RequestOptions | undefined] ? Given : never;

/** The client's methods as they are on the panel's side. */
export type Bridge = {
  [O in Operation]: (
    ...inputs: Inputs<Parameters<ConversationsClient[O]>>
  ) => Promise<Awaited<ReturnType<ConversationsClient[O]>>>;
};
