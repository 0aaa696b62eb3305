// An edge function where the embedded module is compiled by the runtime itself.

import { started } from './checks.mjs';
import * as dixa from 'dixa-conversations/inline';
import { answer } from './answer.mjs';

answer(dixa, started);
