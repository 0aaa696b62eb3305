// New messages while the panel is open. It rests while the panel is hidden.

import { useQueryClient } from '@tanstack/react-query';
import { messageContent, watchMessages } from 'dixa-conversations/helpers';
import type { Message } from 'dixa-conversations';
import { useEffect, useRef, useState } from 'react';
import { dixa } from './bridge';

/** The client's options, and the signal in them, stay on this side. */
const reader = { listMessages: (id: string | number | bigint) => dixa.listMessages(id) };

export function useNewMessages(id: string, known: Message[] | undefined) {
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
        // What was written here is listed already.
        if (listed?.some((one) => one.id === message.id)) continue;
        void queries.invalidateQueries({ queryKey: ['conversation', id] });
        const content = messageContent(message);
        const text = content?.kind === 'text' ? content.value : '';
        setAnnouncement(`New message. ${text}`);
      }
    };
    watch().catch(setError);
    return () => controller.abort();
  }, [id, isReady, starts, queries]);
  return { error, announcement, restart: () => (setError(undefined), setStarts(starts + 1)) };
}
