// @ts-check
// Whom it is told: the logger, and who wants to hear of issues.

import { quietly } from './quietly.mjs';

/** Most issues that a logger is told in all. */
const MOST_TOLD = 20;

/**
 * @param {any} logger `undefined` is the console, for warnings alone
 * @param {'debug' | 'warn'} level
 * @param {string} text
 */
export function log(logger, level, text) {
  const to = logger === undefined ? (level === 'warn' ? console : null) : logger;
  quietly(() => to?.[level]?.(`dixa-conversations: ${text}`));
}

/**
 * Tells issues and news to who wants to hear them, else the issues to the logger, each place once.
 * @param {readonly any[]} issues
 * @param {{ onIssue?: (issue: object) => unknown, logger?: unknown }} options
 * @param {Set<string>} told what was logged already
 * @param {string} what it is that is not as documented
 */
export function report(issues, { onIssue, logger }, told, what) {
  for (const issue of issues) {
    const { operation, path, severity, message } = issue;
    if (onIssue) {
      quietly(
        () => onIssue({ ...issue }),
        () => log(logger, 'warn', `${operation}: onIssue failed`),
      );
    } else if (severity === 'error') {
      const place = `${operation} ${path.replace(/\[\d+\]/g, '[]')}`;
      if (told.size >= MOST_TOLD || told.has(place)) continue;
      told.add(place);
      log(logger, 'warn', `${operation}: the ${what} is not as documented: ${message}`);
    }
  }
}
