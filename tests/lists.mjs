// @ts-check
// Whether a list that is written by hand has all that it should, and which file lacks what.

/**
 * What is in one of the two only; nothing when they are the same.
 * @param {string} file where the list is
 * @param {readonly string[]} listed
 * @param {readonly string[]} all
 */
export const differing = (file, listed, all) => [
  ...all.filter((name) => !listed.includes(name)).map((name) => `${file} lacks ${name}`),
  ...listed.filter((name) => !all.includes(name)).map((name) => `${file} has ${name}, which there is not`),
];
