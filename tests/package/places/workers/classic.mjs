// Bundled into a classic worker.
import { answer } from './answer.mjs';
import * as dixa from 'dixa-conversations';

answer(dixa);
