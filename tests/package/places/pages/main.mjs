// The page's program.

import { started } from './started.mjs';
import * as dixa from 'dixa-conversations';
import { check, tell } from './checks.mjs';

const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));
check(dixa, env, { started, isPage: true }).then((report) => tell(env, report));
