// @ts-check
// The package against others who know JSON and the contract: the engine's `JSON.parse`, a slow reading of
// the design, the typed models and the JSON Schema. `npm run differential -- --seconds 600 --seed 7`.

import './acceptance.mjs';
import './mends.mjs';
import './agreement.mjs';
import './special.mjs';
