// Imports a program and tells how long its first answer took.

import { pathToFileURL } from 'node:url';

const started = performance.now();
const { first } = await import(pathToFileURL(process.argv[2]).href);
const { length } = await first();
process.stdout.write(JSON.stringify({ ms: performance.now() - started, length }));
