// New messages of a conversation as they come. The page rests while it is hidden: `watchMessages` sees to that.

import { useQueryClient } from '@tanstack/react-query';
import type { Message } from 'dixa-conversations';
import { watchMessages } from 'dixa-conversations/helpers';
import { useEffect, useEffectEvent, useState } from 'react';
import { dixa } from './dixa';
import { headQuery, logQuery, messagesQuery } from './queries';

const INTERVAL_MS = 3000;

/** Watches once the messages are there. `onMessage` is told of each new one. */
export function useLiveMessages(id: number, isReady: boolean, onMessage: (message: Message) => void) {
  const queries = useQueryClient();
  const [failure, setFailure] = useState<unknown>();
  const [round, setRound] = useState(0);

  const take = useEffectEvent((message: Message) => {
    const { queryKey } = messagesQuery(id);
    // It may be there already, say because it was sent here.
    queries.setQueryData(queryKey, (had = []) =>
      had.some((one) => one.id === message.id) ? had : [...had, message],
    );
    // What is being read may have been answered before it came, and would take it away again.
    void queries.invalidateQueries({ queryKey, fetchStatus: 'fetching' });
    void queries.invalidateQueries({ queryKey: headQuery(id).queryKey });
    void queries.invalidateQueries({ queryKey: logQuery(id).queryKey });
    onMessage(message);
  });

  useEffect(() => {
    if (!isReady) return;
    const left = new AbortController();
    const seen = queries.getQueryData(messagesQuery(id).queryKey);
    const watch = async () => {
      const messages = watchMessages(dixa, id, { signal: left.signal, intervalMs: INTERVAL_MS, seen });
      for await (const message of messages) take(message);
    };
    // What may pass is waited out; what comes here stays until somebody does something.
    watch().catch(setFailure);
    return () => left.abort();
  }, [id, isReady, round, queries]);

  const restart = () => {
    setFailure(undefined);
    setRound(round + 1);
  };
  return { failure, restart };
}
