// Uses isDixaError alone.

import { isDixaError } from 'dixa-conversations';

globalThis.isDixas = (error) => isDixaError(error);
