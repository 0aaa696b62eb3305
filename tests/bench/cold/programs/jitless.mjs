// zod without code generation, as a page with a CSP, an extension or a Worker has it: before the schemas.

import * as z from 'zod/mini';

z.config({ jitless: true });
