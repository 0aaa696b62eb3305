// The program for Node.

import { check, started, tell } from './checks.mjs';
import * as dixa from 'dixa-conversations';

const env = JSON.parse(process.env.DIXA_TEST);
check(dixa, env, { started }).then((report) => tell(env, report));
