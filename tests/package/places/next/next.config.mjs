// The folder is a project of its own, whatever lies above it.

const root = import.meta.dirname;

export default { turbopack: { root }, outputFileTracingRoot: root };
