// Vite, two of its majors: the page of its development server, with the package bundled beforehand as Vite
// does with every dependency, and the page that it builds.

import path from 'node:path';

const MAJORS = { 'Vite 8': 'vite', 'Vite 7': 'vite7' };

const vite = (installed, ...words) => [
  process.execPath,
  path.join('node_modules', installed, 'bin', 'vite.js'),
  ...words,
];

export default Object.entries(MAJORS).flatMap(([name, installed]) => {
  const version = (context) => context.installed(installed);
  return [
    {
      name: `${name}, development server`,
      version,
      run: async (context) => {
        // `--force`: what was bundled beforehand of an earlier tarball would be taken otherwise.
        const server = context.start(vite(installed, '--host', '127.0.0.1', '--force'), { NO_COLOR: '1' });
        const [, url] = await context.saying(server, /(http:\/\/127\S+)/);
        const report = await context.page('chromium', url);
        const program = await (await fetch(`${url}page.mjs`)).text();
        const imported = /from ["'](.*dixa-conversations.*?)["']/.exec(program)?.[1];
        if (!imported?.startsWith('/node_modules/.vite/deps/')) throw new Error(`not bundled: ${imported}`);
        return report;
      },
    },
    {
      name: `${name}, build`,
      version,
      run: async (context) => {
        const said = await context.command(vite(installed, 'build', '--base', './', '--logLevel', 'warn'));
        if (said !== '') throw new Error(`Vite warns:\n${said}`);
        const files = context.server.files(context.name, path.join(context.folder, 'dist'));
        return context.page('chromium', `${files}/index.html`);
      },
    },
  ];
});
