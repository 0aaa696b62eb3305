// @ts-check
// Hooks and loggers are the caller's own: what becomes of them is no concern of the call's.

/**
 * Calls what is the caller's own and no concern of the call's, should it throw or reject.
 * @param {() => any} run
 * @param {() => void} [failed]
 */
export function quietly(run, failed = () => {}) {
  try {
    const result = run();
    if (typeof result?.then === 'function') result.then(undefined, failed);
  } catch {
    failed();
  }
}
