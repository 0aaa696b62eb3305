// Bun, from both kinds of module, and as a single binary that holds the program, the package and its wasm.

import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Bun's install script moves the binary into its own package; where scripts do not run, it is where npm put it. */
function bun({ folder }) {
  const modules = path.join(folder, 'node_modules');
  const [binary] = readdirSync(path.join(modules, '@oven'))
    .map((name) => path.join(modules, '@oven', name, 'bin'))
    .flatMap((bin) => readdirSync(bin).map((name) => path.join(bin, name)));
  return binary ?? path.join(modules, '.bin', 'bun');
}

const version = async (context) => (await context.command([bun(context), '--version'])).trim();

export default [
  { name: 'Bun, import', version, run: (context) => context.program([bun(context), 'main.mjs']) },
  { name: 'Bun, require', version, run: (context) => context.program([bun(context), 'main.cjs']) },
  {
    name: 'Bun, single binary',
    version,
    run: async (context) => {
      await context.command([bun(context), 'build', '--compile', 'main.mjs', '--outfile=program']);
      // Nothing but the binary is left to load from.
      for (const name of ['main.mjs', 'checks.mjs', 'node_modules/dixa-conversations']) {
        rmSync(path.join(context.folder, name), { recursive: true });
      }
      return context.program([path.join(context.folder, 'program')]);
    },
  },
];
