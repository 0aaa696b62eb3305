// Files to send with a reply. Dixa has no upload: it is told where a file is, and copies it from there.

import type { File } from 'dixa-conversations';
import { useState } from 'react';
import { FileTile } from './Entry';

export function Attach({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const [url, setUrl] = useState('');
  const isAddress = URL.canParse(url) && /^https?:/.test(url);
  const add = () => {
    if (!isAddress) return;
    const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
    onChange([...files.filter((file) => file.url !== url), { url, ...(name && { prettyName: name }) }]);
    setUrl('');
  };
  return (
    <details className="attach">
      <summary>{files.length === 0 ? 'Attach a file' : `Files (${files.length})`}</summary>
      <div className="panel">
        <div className="row">
          <input
            type="url"
            aria-label="Address of a file"
            placeholder="https://…"
            value={url}
            onChange={({ target: { value } }) => setUrl(value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault(); // it would send the reply
              add();
            }}
          />
          <button type="button" aria-disabled={!isAddress} onClick={add}>
            Attach
          </button>
        </div>
        {files.length > 0 && (
          <ul className="files" aria-label="Files to send">
            {files.map((file) => (
              <li key={file.url} className="row">
                <FileTile file={file} />
                <button
                  type="button"
                  className="plain"
                  aria-label={`Do not send ${file.prettyName ?? file.url}`}
                  onClick={() => onChange(files.filter((one) => one !== file))}
                >
                  ✕
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
