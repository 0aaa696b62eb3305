// @ts-check
// What a run was measured on.

import os from 'node:os';

/** @typedef {ReturnType<typeof machine>} Machine */

export function machine() {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    os: `${os.type()} ${os.release()}, ${os.arch()}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    /** How many programs wanted the processors as the run began: what it shared them with. */
    load: Number((os.loadavg()[0] ?? 0).toFixed(1)),
  };
}

/** @param {Machine} of */
export const line = ({ cpu, cores, os, node, date, load }) =>
  `${cpu}, ${cores} cores, ${os}, Node ${node}, load ${load} at the start, ${date}`;
