// Deno, from both kinds of module. An ES module is given the network and the variable that says where the
// sandbox is, nothing else; `require` reads files, so CommonJS is given those of the project too.

import path from 'node:path';

const FILES = { import: 'main.mjs', require: 'main.cjs' };

const deno = ({ folder }) => path.join(folder, 'node_modules', '.bin', 'deno');

export default Object.entries(FILES).map(([way, file]) => ({
  name: `Deno, ${way}`,
  version: async (context) => /^deno (\S+)/.exec(await context.command([deno(context), '--version']))[1],
  run: (context) => {
    const permissions = ['--no-prompt', '--allow-net', '--allow-env=DIXA_TEST'];
    if (way === 'require') permissions.push(`--allow-read=${context.folder}`);
    return context.program([deno(context), 'run', ...permissions, file]);
  },
}));
