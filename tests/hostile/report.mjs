// @ts-check
// The matrix as a table: faults down, kinds of operations across, and the totals.

import { FAULTS } from './faults.mjs';

const KINDS = /** @type {const} */ (['read', 'state', 'message', 'create', 'never']);

/**
 * @param {readonly import('./matrix.mjs').Done[]} cells
 * @param {number} seconds
 */
export function report(cells, seconds) {
  const ran = new Set(cells.map(({ fault }) => fault.name));
  const faults = FAULTS.map(({ name }) => name).filter((name) => ran.has(name));
  const width = Math.max(...faults.map((name) => name.length));
  const row = (/** @type {readonly unknown[]} */ values) =>
    values.map((value, at) => (at === 0 ? String(value).padEnd(width) : String(value).padStart(9))).join(' ');
  const lines = [row(['right cells of all', ...KINDS, 'requests', 'most ms'])];
  for (const name of faults) {
    const own = cells.filter(({ fault }) => fault.name === name);
    const share = KINDS.map((kind) => {
      const all = own.filter(({ one }) => one.replay === kind);
      const right = all.filter(({ wrong }) => wrong.length === 0).length;
      return `${right === all.length ? '' : '!'}${right}/${all.length}`;
    });
    lines.push(row([name, ...share, sum(own, 'requests'), Math.round(Math.max(...own.map(({ ms }) => ms)))]));
  }
  const failed = cells.filter(({ wrong }) => wrong.length > 0);
  lines.push(
    '',
    `${new Set(cells.map(({ one }) => one.name)).size} kinds of calls × ${faults.length} faults = ${cells.length} cells, none skipped: ` +
      `${cells.length - failed.length} right, ${failed.length} wrong (!); ` +
      `${sum(cells, 'requests')} requests, ${seconds.toFixed(1)} s`,
    ...lookedAtAgain(cells),
  );
  return lines;
}

/** @param {readonly import('./matrix.mjs').Done[]} cells */
function lookedAtAgain(cells) {
  const again = cells.filter(({ first }) => first);
  if (again.length === 0) return [];
  const shown = again
    .slice(0, 5)
    .map(({ one, fault, first }) => `  ${one.name} × ${fault.name}: ${first?.join('; ')}`);
  return [`${again.length} looked at again, for the process had stood still meanwhile; among them`, ...shown];
}

/** @param {readonly import('./matrix.mjs').Done[]} cells @param {'requests' | 'ms'} what */
const sum = (cells, what) => cells.reduce((total, cell) => total + cell[what], 0);
