// The search field, the filters, and a chip for each value that is chosen.

import { useEffect, useState } from 'react';
import type { Directory } from './directory';
import { added, CHANNELS, NOBODY, removed, STATUSES } from './filters';
import type { FilterName, Filters } from './filters';
import { focus } from './keys';

/** Nobody types a word this slowly, and who waits does not notice. */
const PAUSE_MS = 250;

export function Search({
  directory,
  filters,
  onChange,
}: {
  directory: Directory;
  filters: Filters;
  onChange: (filters: Filters) => void;
}) {
  const [typed, setTyped] = useState(filters.text);
  useEffect(() => {
    const text = typed.trim();
    if (text === filters.text) return;
    const timer = setTimeout(() => onChange({ ...filters, text }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, filters, onChange]);

  const named = (list: { id: string; name: string }[]) => list.map(({ id, name }) => [id, name] as const);
  const choices: Record<FilterName, { label: string; values: (readonly [string, string])[] }> = {
    status: { label: 'Status', values: Object.entries(STATUSES) },
    channel: { label: 'Channel', values: Object.entries(CHANNELS) },
    agent: { label: 'Assignee', values: [[NOBODY, 'Nobody'], ...named(directory.agents)] },
    tag: { label: 'Tag', values: named(directory.tags) },
  };
  const names = Object.keys(choices) as FilterName[];
  const chips = names.flatMap((name) => filters[name].map((value) => ({ name, value })));
  return (
    <div role="search" aria-label="Conversations" className="search">
      <input
        type="search"
        aria-label="Search"
        aria-keyshortcuts="/"
        placeholder="Search"
        value={typed}
        onChange={({ target: { value } }) => setTyped(value)}
      />
      <div className="filters">
        {names.map((name) => (
          <select
            key={name}
            aria-label={`Filter by ${choices[name].label.toLowerCase()}`}
            value=""
            onChange={({ target: { value } }) => onChange(added(filters, name, value))}
          >
            <option value="">{choices[name].label}</option>
            {choices[name].values
              .filter(([value]) => !filters[name].includes(value))
              .map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </select>
        ))}
      </div>
      <ul className="chips" aria-label="Filters in use">
        {chips.map(({ name, value }) => {
          const label = choices[name].values.find(([one]) => one === value)?.[1] ?? value;
          return (
            <li key={`${name} ${value}`}>
              {label}
              <button
                type="button"
                className="plain"
                aria-label={`Remove filter ${choices[name].label} ${label}`}
                onClick={() => {
                  onChange(removed(filters, name, value));
                  focus('.inbox input[type=search]');
                }}
              >
                ✕
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
