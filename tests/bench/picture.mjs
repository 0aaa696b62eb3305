// @ts-check
// The picture of a run: three rows of bars, readable on light and on dark.

import { measures } from './summary.mjs';
import { short } from './tables.mjs';

const WIDTH = 760;
const LABEL = 200;
const BAR = 16;
const GAP = 6;
const HEAD = 34;
const SHOWN = ['download', '75 KB', 'call'];

const STYLE = `text { font: 13px system-ui, sans-serif; fill: #57606a } .head { font-weight: 600; fill: #24292f }
.bar { fill: #afb8c1 } .ours { fill: #0969da } .us { font-weight: 600; fill: #0969da }
@media (prefers-color-scheme: dark) { text { fill: #9198a1 } .head { fill: #f0f6fc } .bar { fill: #57606a }
.ours { fill: #4493f8 } .us { fill: #4493f8 } }`;

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {import('./run.mjs').Result} result @returns {string} */
export function picture(result) {
  const shown = measures(result).filter(({ name }) => SHOWN.includes(name));
  /** @type {string[]} */
  const parts = [];
  let y = 0;
  for (const { title, values } of shown) {
    parts.push(`<text class="head" x="0" y="${y + 20}">${escaped(title)}</text>`);
    y += HEAD;
    const most = Math.max(...values.values());
    for (const [product, value] of [...values].sort((a, b) => a[1] - b[1])) {
      const ours = product === 'dixa-conversations';
      const length = Math.max(2, Math.round((value / most) * (WIDTH - LABEL - 60)));
      const middle = y + BAR - 4;
      parts.push(
        `<text${ours ? ' class="us"' : ''} x="${LABEL - 10}" y="${middle}" text-anchor="end">${escaped(product)}</text>`,
        `<rect class="${ours ? 'ours' : 'bar'}" x="${LABEL}" y="${y}" width="${length}" height="${BAR}" rx="2"/>`,
        `<text${ours ? ' class="us"' : ''} x="${LABEL + length + 6}" y="${middle}">${short(value)}</text>`,
      );
      y += BAR + GAP;
    }
    y += GAP;
  }
  const about = shown.map(({ title }) => title).join('. ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img">
<title>${escaped(about)}; shorter is better</title>
<style>${STYLE}</style>
${parts.join('\n')}
</svg>
`;
}
