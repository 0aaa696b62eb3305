// Uses one error class alone.

import { NotFoundError } from 'dixa-conversations';

globalThis.isMissing = (error) => error instanceof NotFoundError;
