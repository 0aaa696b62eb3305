// Evaluated before the package.
export const started = performance.now();
