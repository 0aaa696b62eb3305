// @ts-check
// What a row of samples says: its middle, how far it spreads, and how it stands to another.

/**
 * @typedef {object} Summary
 * @property {number} median
 * @property {number} low the first quartile
 * @property {number} high the third quartile
 * @property {number} least
 * @property {number} samples how many there were
 */

/** @param {readonly number[]} samples @returns {Summary} */
export function summary(samples) {
  if (samples.length === 0) throw new Error('there are no samples');
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    least: quantile(sorted, 0),
    samples: sorted.length,
  };
}

/**
 * How many times as long as the baseline: round by round, as what disturbs a round disturbs both.
 * @param {readonly number[]} samples
 * @param {readonly number[]} baseline of the same rounds
 */
export function ratio(samples, baseline) {
  if (samples.length !== baseline.length) throw new Error('the rounds are not the same');
  return summary(samples.map((sample, round) => sample / /** @type {number} */ (baseline[round])));
}

/** @param {number[]} sorted @param {number} share */
function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return Number(below) + (Number(above) - Number(below)) * (at - Math.floor(at));
}

/** The same in another order. @template T @param {readonly T[]} values @returns {T[]} */
export function shuffled(values) {
  return values
    .map((value) => ({ value, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
