// The keyboard. Single keys are off while somebody types, and can be switched off for good (WCAG 2.1.4).

import { useEffectEvent, useLayoutEffect } from 'react';

/** What is shown for `?`. */
export const KEYS = [
  ['j or ↓', 'next conversation in the list'],
  ['k or ↑', 'previous conversation in the list'],
  ['Enter', 'open it'],
  ['/', 'search'],
  ['r', 'reply'],
  ['n', 'internal note'],
  ['t', 'add a tag'],
  ['z', 'undo the last change of a tag'],
  ['Ctrl + Enter', 'send'],
  ['Esc', 'leave the field, then the conversation'],
  ['?', 'these keys'],
] as const;

export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=radio], [type=checkbox]), textarea, select');

/** Whether single keys do something. */
export const singleKeys = {
  areOn: () => localStorage.getItem('keys') !== 'off',
  set: (on: boolean) => localStorage.setItem('keys', on ? 'on' : 'off'),
};

/** Runs what a key stands for. Escape works while typing, too. */
export function useKeys(keys: Record<string, (() => void) | undefined>) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const run = keys[event.key];
    if (!run || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key !== 'Escape' && (!singleKeys.areOn() || isTyping(event.target))) return;
    event.preventDefault();
    run();
  });
  // Not an effect that waits for a picture: what is there can be reached with its key at once.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** Gives the focus to what is there of these. */
export const focus = (...selectors: string[]) =>
  selectors
    .map((one) => document.querySelector<HTMLElement>(one))
    .find((one) => one !== null)
    ?.focus();

/** Moves the focus through the list: from where it is, or from the conversation that is open. */
export function moveInList(step: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('.inbox li a')];
  const focused = links.findIndex((link) => link === document.activeElement);
  const at = focused >= 0 ? focused : links.findIndex((link) => link.ariaCurrent === 'true');
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}
