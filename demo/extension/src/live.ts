// New messages while the panel is open. It rests while the panel is hidden.

import { useQueryClient } from '@tanstack/react-query';
import { messageContent, watchMessages } from 'dixa-conversations/helpers';
import type { Message } from 'dixa-conversations';
import { useEffect, useRef, useState } from 'react';
import { dixa } from './bridge';

/** The client's options, and the signal in them, stay on this side. */
const reader = { listMessages: (id: string | number | bigint) => dixa.listMessages(id) };

/** Tells what comes of new messages; those of `me` are none to announce. */
export function useNewMessages(id: string, me: string, known: Message[] | undefined) {
  const queries = useQueryClient();
  const [error, setError] = useState<Error>();
  const [announcement, setAnnouncement] = useState('');
  const [starts, setStarts] = useState(0);
  const seen = useRef<Message[]>([]);
  seen.current = known ?? [];
  const isReady = known !== undefined;
  useEffect(() => {
    if (!isReady) return;
    const controller = new AbortController();
    const watch = async () => {
      const messages = watchMessages(reader, id, { signal: controller.signal, seen: seen.current });
      for await (const message of messages) {
        const listed = queries.getQueryData<Message[]>(['conversation', id, 'messages']);
        // Something else may have had it read already.
        if (!listed?.some((one) => one.id === message.id))
          void queries.invalidateQueries({ queryKey: ['conversation', id] });
        if (message.authorId === me) continue;
        const content = messageContent(message);
        const text = content?.kind === 'text' ? content.value : '';
        setAnnouncement(`New message. ${text}`);
      }
    };
    watch().catch(setError);
    return () => controller.abort();
  }, [id, me, isReady, starts, queries]);
  return { error, announcement, restart: () => (setError(undefined), setStarts(starts + 1)) };
}
