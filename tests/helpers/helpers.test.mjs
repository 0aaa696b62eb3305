// @ts-check
// The helpers around the client, on what the build made; time is the tests' own.

import './anonymization.mjs';
import './content.mjs';
import './outcomes.mjs';
import './watch.mjs';
