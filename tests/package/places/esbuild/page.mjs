// The page's program.

import { check, started, tell } from './checks.mjs';
import * as dixa from 'dixa-conversations';

const env = JSON.parse(decodeURIComponent(location.hash.slice(1)));
check(dixa, env, { started, isPage: true }).then((report) => tell(env, report));
