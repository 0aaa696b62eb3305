// Starts the worker that the address names, hands on what it is given, and tells if it cannot start.
const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));
const type = new URLSearchParams(location.search).get('type');
const worker = new Worker(type === 'module' ? 'module.mjs' : 'classic.js', { type });
worker.onerror = ({ message = 'it cannot be loaded' }) => {
  const report = { passed: [], failed: [{ name: 'the worker starts', message }] };
  fetch(`${env.session}/report`, { method: 'POST', body: JSON.stringify(report) });
};
worker.postMessage(env);
