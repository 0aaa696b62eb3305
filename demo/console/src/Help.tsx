// The keys, in a dialog.

import { type RefObject, useState } from 'react';
import { KEYS, singleKeys } from './keys';

/**
 * A modal dialog of the browser's own: it holds the focus, and gives it back. Only the browser knows whether it is open:
 * a copy of that in React's state would be late by the task in which the browser tells that it has closed.
 */
export function Help({ ref }: { ref: RefObject<HTMLDialogElement | null> }) {
  const [areOn, setAreOn] = useState(singleKeys.areOn);
  return (
    <dialog ref={ref} aria-labelledby="keys">
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
