// The tags of a conversation. Each change can be taken back for a while.

import type { Tag } from 'dixa-conversations';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useTagging, useTags } from './changes';
import type { TagChange } from './changes';
import type { Directory } from './directory';
import { focus, useKeys } from './keys';
import { Notice } from './parts';
import { useToast } from './toasts';

export function Tags({ id, read, known }: { id: number; read: Tag[]; known: Directory['tags'] }) {
  const tags = useTags(id, read);
  const [typed, setTyped] = useState('');
  const [hint, setHint] = useState('');
  const list = useId();
  const tagging = useTagging(id);
  const toast = useToast();
  useKeys({ t: () => focus('.side input[list]') });

  const change = (next: TagChange) => {
    tagging.mutate(next);
    toast({
      text: `${next.isOn ? 'Tagged' : 'Tag removed:'} ${next.tag.name}`,
      undo: () => tagging.mutate({ ...next, isOn: !next.isOn }),
    });
  };
  const free = known.filter((tag) => !tags.some((one) => one.id === tag.id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const start = typed.trim().toLowerCase();
    const fits = free.filter(({ name }) => name.toLowerCase().startsWith(start));
    const tag = fits.find(({ name }) => name.toLowerCase() === start) ?? fits[0];
    if (start === '' || !tag || (fits.length > 1 && tag.name.toLowerCase() !== start)) {
      setHint(fits.length > 1 ? `${fits.length} tags begin like that.` : 'There is no such tag to add.');
      return;
    }
    setHint('');
    setTyped('');
    change({ tag, isOn: true });
  };
  return (
    <>
      {tagging.isError && (
        <Notice
          error={tagging.error}
          isChange
          onRetry={() => tagging.mutate(tagging.variables)}
          onClose={tagging.reset}
        />
      )}
      <ul className="chips" aria-label="Tags">
        {tags.map((tag) => (
          <li key={tag.id} style={tag.color ? { borderColor: tag.color } : undefined}>
            {tag.name}
            <button
              type="button"
              className="plain"
              aria-label={`Remove tag ${tag.name}`}
              onClick={() => {
                focus('.side input[list]'); // the button goes
                change({ tag, isOn: false });
              }}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <form className="row" onSubmit={submit}>
        <input
          list={list}
          aria-label="Add tag"
          aria-keyshortcuts="t"
          placeholder="Add a tag"
          value={typed}
          onChange={({ target: { value } }) => setTyped(value)}
        />
        <datalist id={list}>
          {free.map((tag) => (
            <option key={tag.id} value={tag.name} />
          ))}
        </datalist>
        <button>Add</button>
      </form>
      <p className="hint" role="status">
        {hint}
      </p>
    </>
  );
}
