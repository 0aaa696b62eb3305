// What was said in a conversation, messages and notes in one list.

import type { InternalNoteData, Message } from 'dixa-conversations';
import { useLayoutEffect, useRef } from 'react';
import { Entry } from '../../console/src/Entry';
import { said } from '../../console/src/text';

export function Messages({
  messages,
  notes,
  name,
  isOurs,
}: {
  messages: Message[];
  notes: InternalNoteData[];
  name: (author: string) => string;
  isOurs: (author: string) => boolean;
}) {
  const about = ({ id, authorId, createdAt }: Message | InternalNoteData) => ({
    id,
    author: name(authorId),
    at: createdAt,
  });
  const entries = [
    ...messages.map((message) => {
      const kind = isOurs(message.authorId) ? ('ours' as const) : ('theirs' as const);
      return { ...about(message), ...said(message), kind };
    }),
    ...notes.map((note) => ({ ...about(note), kind: 'note' as const, text: note.message, files: [] })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  // The newest is in sight, unless one has scrolled away from it.
  useLayoutEffect(() => {
    if (box.current && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [entries.length]);
  return (
    <div
      ref={box}
      className="messages"
      role="region"
      aria-label="Messages"
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
    >
      <ol aria-label="Messages and notes">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </div>
  );
}
