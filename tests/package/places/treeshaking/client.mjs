// Uses the client; what the other programs know of errors is held against its own.

import { check, each, same, started, tell } from './checks.mjs';
import * as dixa from 'dixa-conversations';

const env = JSON.parse(process.argv[2]);

const report = await check(dixa, env, { started });
const others = await each({
  'what a bundle has of the errors knows those of another': async () => {
    const { NotFoundError, ServerError } = dixa;
    const facts = { code: 'not_found', outcome: 'rejected' };
    const errors = [new NotFoundError('gone', facts), new ServerError('gone', facts), new Error('gone')];
    same(errors.map(globalThis.isMissing), [true, false, false], 'which are known by the class');
    same(errors.map(globalThis.isDixas), [true, true, false], 'which are known by the guard');
  },
});
report.passed.push(...others.passed);
report.failed.push(...others.failed);
await tell(env, report);
