// @ts-check
// The proxy: what it refuses, what it passes on, and how. In Node, on what the build made. Not here: the adapters and
// a page behind them (`tests/package/places/proxy`).

import './options.mjs';
import './passed.mjs';
import './refused.mjs';
import './sent.mjs';
import './streamed.mjs';
