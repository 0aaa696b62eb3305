// What was said: messages, notes, and what is on its way. New messages come by themselves and move nothing.

import { useMutationState, useQuery } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { UIEvent } from 'react';
import { sendingKey } from './changes';
import { nameOf } from './directory';
import type { Directory, Person } from './directory';
import type { Sent } from './drafts';
import { Entry } from './Entry';
import type { EntryData } from './Entry';
import { useLiveMessages } from './live';
import { Bars, Notice } from './parts';
import { messagesQuery, notesQuery } from './queries';
import { said } from './text';

/** How far from the end one may be and still is at the end, in pixels. */
const NEAR = 48;

export function Messages({ id, directory, me }: { id: number; directory: Directory; me: Person }) {
  const messages = useQuery(messagesQuery(id));
  const notes = useQuery(notesQuery(id));
  const pending = useMutationState({
    filters: { mutationKey: sendingKey(id), status: 'pending' },
    select: ({ state }) => state.variables as Sent,
  });
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef({ scrollHeight: 0, clientHeight: Infinity });
  const [unread, setUnread] = useState(0);
  const [news, setNews] = useState('');
  const name = (author: string) =>
    nameOf(directory.agents, author) ?? nameOf(directory.endUsers, author) ?? 'Unknown';
  const live = useLiveMessages(id, messages.data !== undefined, (message) => {
    if (message.authorId === me.id) return;
    setNews(`New message from ${name(message.authorId)}: ${said(message).text}`);
    if (box.current && !isAtEnd(box.current)) setUnread((count) => count + 1);
  });

  const isAgent = (author: string) => directory.agents.some((one) => one.id === author);
  const entries: EntryData[] = [
    ...(messages.data ?? []).map((message) => ({
      ...said(message),
      id: message.id,
      at: message.createdAt,
      author: name(message.authorId),
      kind: isAgent(message.authorId) ? ('ours' as const) : ('theirs' as const),
    })),
    ...(notes.data ?? []).map((note) => ({
      id: note.id,
      at: note.createdAt,
      author: name(note.authorId),
      kind: 'note' as const,
      text: note.message,
      files: [],
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  // What has arrived is no longer on its way.
  const has = new Set(messages.data?.map(({ externalId }) => externalId));
  const onItsWay = pending.filter(
    (sent) => !has.has(sent.externalId) && !(sent.kind === 'note' && entries.at(-1)?.text === sent.text),
  );
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  // Who was at the end of what was drawn before stays there.
  const follow = useCallback(() => {
    if (!box.current) return;
    const [before, now] = [drawn.current, sizes(box.current)];
    const isAsBefore = before.scrollHeight === now.scrollHeight && before.clientHeight === now.clientHeight;
    if (!isAsBefore && isAtEnd(box.current, before)) toEnd();
    drawn.current = now;
  }, []);
  useLayoutEffect(follow);
  // An error above the field takes some of the room: what came last is to be seen just then.
  const measured = useCallback(
    (element: HTMLDivElement) => {
      box.current = element;
      const observer = new ResizeObserver(follow);
      observer.observe(element);
      return () => observer.disconnect();
    },
    [follow],
  );
  const scrolled = ({ currentTarget }: UIEvent<Element>) => {
    drawn.current = sizes(currentTarget);
    if (isAtEnd(currentTarget)) setUnread(0);
  };

  if (messages.isPending || notes.isPending) return <MessageBars />;
  return (
    <div className="said">
      <div
        ref={measured}
        className="messages"
        role="region"
        aria-label="Messages"
        tabIndex={0}
        onScroll={scrolled}
      >
        {messages.isError && !messages.data && (
          <Notice error={messages.error} onRetry={() => void messages.refetch()} />
        )}
        {notes.isError && !notes.data && <Notice error={notes.error} onRetry={() => void notes.refetch()} />}
        {/* What is read anew and fails leaves what was there; that there is no connection stands above. */}
        <ol>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
          {onItsWay.map(({ externalId, kind, text, files }) => {
            const entry = { id: externalId, author: me.name, text, files };
            return <Entry key={externalId} entry={{ ...entry, kind: kind === 'note' ? kind : 'ours' }} />;
          })}
        </ol>
      </div>
      {live.failure !== undefined && (
        <div className="over">
          <Notice error={live.failure} />
          <button type="button" onClick={live.restart}>
            Watch for new messages again
          </button>
        </div>
      )}
      {unread > 0 && (
        <button type="button" className="unread" onClick={toEnd}>
          {unread === 1 ? '1 new message' : `${unread} new messages`} ↓
        </button>
      )}
      <p className="unseen" role="status">
        {news}
      </p>
    </div>
  );
}

const sizes = ({ scrollHeight, clientHeight }: Element) => ({ scrollHeight, clientHeight });

/** Only the browser knows where one is: it tells of scrolling when it draws, and a message may come before that. */
const isAtEnd = (box: Element, { scrollHeight, clientHeight } = sizes(box)) =>
  scrollHeight - box.scrollTop - clientHeight < NEAR;

export const MessageBars = () => (
  <div className="messages" aria-hidden="true">
    <ol>
      {(['theirs', 'ours', 'theirs'] as const).map((kind, index) => (
        <li key={index} className={kind}>
          <Bars widths={[30, 95, 70]} />
        </li>
      ))}
    </ol>
  </div>
);
