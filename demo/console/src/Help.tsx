// The keys, in a dialog.

import { useEffect, useRef, useState } from 'react';
import { KEYS, singleKeys } from './keys';

export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [areOn, setAreOn] = useState(singleKeys.areOn);
  // A modal dialog of the browser's own: it holds the focus, and gives it back.
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">Keys</h2>
      <dl className="keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input
          type="checkbox"
          checked={areOn}
          onChange={({ target: { checked } }) => {
            singleKeys.set(checked);
            setAreOn(checked);
          }}
        />{' '}
        Single keys do something
      </label>
      <form method="dialog">
        <button>Close the keys</button>
      </form>
    </dialog>
  );
}
