// What an editor shows: each `^` is where the mouse is, and what follows it stands in the documentation.

import { ConversationsClient, isDixaError, preload } from 'dixa-conversations';
import type { Content, ConversationState, Message } from 'dixa-conversations';
import { createSandbox } from 'dixa-conversations/testing';

export async function hovered(message: Message, state: ConversationState, content: Content) {
  const sandbox = createSandbox({ token: 'the token', clock: Date.now });
  //              ^ Makes a local Dixa. It keeps state
  //                              ^ The token that it accepts.
  //                                                  ^ milliseconds since 1970
  const dixa = new ConversationsClient({ fetch: sandbox.fetch, maxRetries: 3, validation: 'strict' });
  //               ^ Talks to Dixa. Making one does no I/O
  //                                     ^ Makes the requests. Default: the global `fetch`.
  //                                                    ^ Answers as Dixa does
  //                                                           ^ Attempts after the first
  //                                                                          ^ `strict`: an issue is an error.
  new ConversationsClient({ rateLimit: { requestsPerSecond: 5, burst: 2 } });
  //                        ^ The client's own rate limit.
  //                                     ^ Requests a second
  //                                                           ^ Most requests at once
  await preload();
  //    ^ Loads the module now instead of at the first call.
  const { signal } = new AbortController();
  await dixa.claimConversation(1, { agentId: 'a', force: true }, { timeoutMs: 5, signal });
  //         ^ Assigns a conversation to an agent. `force` says whether to take it from another one, and must be said.
  //         ^ `PUT /v1/conversations/{conversationId}/claim`
  //         ^ unless `force` is true
  //                                ^ The agent who takes it.
  //                                              ^ Whether to take it from the agent who has it.
  //                                                               ^ For an attempt, its body included, in milliseconds.
  //                                                                             ^ Ends the call with an AbortError.
  const conversation = await dixa.getConversation(1);
  //                              ^ Reads a conversation.
  console.log(conversation.id, conversation._type, conversation.state, state);
  //                       ^ Its id.
  //                                        ^ Which kind it is.
  //                                                            ^ Its state. `Pending` is what
  if (conversation._type === 'EmailConversation') console.log(conversation.subject, conversation.fromEmail);
  //                                                                       ^ The subject line.
  //                                                                                             ^ Address
  if (conversation._type === 'Unknown') console.log(conversation.rawType);
  //                                                             ^ The `_type` that the server sent
  if (message.attributes._type === 'PhoneAttributes') console.log(message.attributes.duration);
  //                                                                                 ^ in seconds
  if (content._type === 'Text') console.log(content.value);
  //                                                ^ The value.
  const search = dixa.searchConversations({ query: 'x', exactMatch: true });
  //                  ^ Searches conversations by text, page by page.
  //                                        ^ The text to find; not empty.
  //                                                    ^ Whether the text must be found as it stands.
  for await (const hit of search) console.log(hit.highlights);
  //                                              ^ Where the query was found.
  for await (const page of search.pages()) console.log(page.items, page.hasNextPage, page.nextPageKey);
  //                              ^ The pages, one after the other.
  //                                                        ^ What is on it
  //                                                                    ^ Whether another page follows
  //                                                                                      ^ Give it back as `pageKey`.
  await search.toArray({ limit: 10 });
  //           ^ The first items, of as many pages as it takes.
  //                     ^ 10,000 at most
  const { data, status, headers } = await dixa.closeConversation(1).withResponse();
  //                                                                ^ The data with what came around it.
  try {
    const text: Content = { _type: 'Text', value: 'x' };
    await dixa.addMessage(1, { _type: 'Outbound', agentId: 'a', content: text, cc: [] });
    //                         ^ Which kind it is.
    //                                            ^ The agent who writes it.
    //                                                                         ^ their ids, not addresses
  } catch (error) {
    if (isDixaError(error)) console.log(error.outcome, error.code, error.retryAfterMs, data, status, headers);
    //  ^ Whether a thrown value is an error of this package
    //                                        ^ Did it happen?
    //                                                       ^ Stable; the message is not.
    //                                                                   ^ How long the server asks to wait
  }
}
