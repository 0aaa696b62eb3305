// @ts-check
// The outcomes of several things that were asked for at once, apart.

import { unknown } from './unknown.mjs';

/**
 * @param {readonly import('../../generated/client.js').BulkActionOutcome[]} outcomes
 */
export function splitOutcomes(outcomes) {
  /** @type {{ succeeded: object[], failed: object[], unknown: object[] }} */
  const split = { succeeded: [], failed: [], unknown: [] };
  outcomes.forEach((outcome, index) => {
    switch (outcome._type) {
      case 'BulkActionSuccess':
        return split.succeeded.push({ index, data: outcome.data });
      case 'BulkActionFailure':
        return split.failed.push({ index, error: outcome.error });
      default:
        return split.unknown.push({ index, outcome: unknown(outcome) });
    }
  });
  return split;
}
