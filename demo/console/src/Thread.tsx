// One conversation: its head, what was said, the composer, and what else is known.

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Composer } from './Composer';
import type { Directory, Person } from './directory';
import { Messages, MessageBars } from './Messages';
import { Bars, Notice } from './parts';
import { headQuery } from './queries';
import { Side } from './Side';
import { titleOf } from './text';
import { ThreadHead } from './ThreadHead';

export function Thread({ id, directory, me }: { id: number; directory: Directory; me: Person }) {
  const { data: conversation, error, refetch } = useQuery(headQuery(id));
  const title = conversation ? titleOf(conversation) : `Conversation ${id}`;
  useEffect(() => {
    document.title = `${title} · Lumen inbox`;
    return () => void (document.title = 'Lumen inbox');
  }, [title]);
  if (!conversation) {
    return (
      <section className="thread" aria-label={title} aria-busy={!error}>
        <header>
          <a href="#" className="back">
            ← Inbox
          </a>
          {error ? <Notice error={error} onRetry={() => void refetch()} /> : <Bars widths={[50, 35, 25]} />}
        </header>
        {!error && <MessageBars />}
      </section>
    );
  }
  const isAnonymized = conversation._type === 'AnonymizedConversation';
  return (
    <>
      <section className="thread" aria-label="Conversation">
        <ThreadHead id={id} conversation={conversation} directory={directory} me={me} />
        <Messages id={id} directory={directory} me={me} />
        {!isAnonymized && <Composer id={id} me={me} isClosed={conversation.state === 'Closed'} />}
      </section>
      <Side id={id} conversation={conversation} directory={directory} />
    </>
  );
}
