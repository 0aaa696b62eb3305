// One message or note, with its files.

import type { File } from 'dixa-conversations';
import { Badge } from './parts';
import { time } from './text';
import type { Said } from './text';

export interface EntryData extends Said {
  id: string;
  author: string;
  kind: 'ours' | 'theirs' | 'note';
  /** When it was written; absent while it is on its way. */
  at?: string;
}

export function Entry({ entry: { at, author, kind, text, files, remark } }: { entry: EntryData }) {
  return (
    <li className={at === undefined ? `${kind} pending` : kind}>
      <p className="line">
        <strong>{author}</strong>
        {kind === 'note' && <Badge kind="note">Internal note</Badge>}
        {at === undefined ? <span className="hint">Sending…</span> : <time dateTime={at}>{time(at)}</time>}
      </p>
      {remark && <p className="hint">{remark}</p>}
      {text && <p className="text">{text}</p>}
      {files.length > 0 && (
        <ul className="files" aria-label="Files">
          {files.map((file) => (
            <li key={file.url}>
              <FileTile file={file} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/**
 * A file's name, and a way to it. Dixa's own files need a token, which a page does not have: no pictures here,
 * and it is Dixa that asks who opens one to sign in.
 */
export function FileTile({ file }: { file: File }) {
  const name = file.prettyName ?? file.url.split('/').at(-1) ?? file.url;
  const ending = /\.(\w{1,4})$/.exec(name)?.[1] ?? 'file';
  const tile = (
    <>
      <span className="ending" aria-hidden="true">
        {ending}
      </span>
      {name}
    </>
  );
  // The address comes from outside: nothing but a web page may be opened by a click.
  if (!/^https?:\/\//i.test(file.url)) return <span className="file">{tile}</span>;
  return (
    <a href={file.url} rel="noreferrer" target="_blank" className="file">
      {tile}
      <span className="unseen"> (opens in a new tab)</span>
    </a>
  );
}
