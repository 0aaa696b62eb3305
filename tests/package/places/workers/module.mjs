// A module worker with the package's own ES modules. Import maps do not reach workers, hence the path.
import { answer } from './answer.mjs';
import * as dixa from './node_modules/dixa-conversations/dist/index.mjs';

answer(dixa);
