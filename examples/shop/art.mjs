import { GLAZES } from './catalog.mjs';

/**
 * The pieces, drawn: `body` is thrown clay, glazed down to `dip`; `rim` is the opening [cx, cy, rx, ry];
 * `behind` and `front` are further parts in the same clay. All in a square of 400.
 */
const SHAPES = {
  'morning-mug': {
    body: 'M122 132 L128 282 Q130 306 156 306 L232 306 Q258 306 260 282 L266 132 Z', dip: 252, rim: [194, 132, 72, 15],
    behind: 'M258 168 C326 158 330 262 254 258 L256 236 C298 240 298 182 258 190 Z',
  },
  'ridge-bowl': { body: 'M72 178 C78 262 132 300 158 306 L242 306 C268 300 322 262 328 178 Z', dip: 258, rim: [200, 178, 128, 26] },
  'supper-plate': { body: 'M56 252 C90 300 140 306 200 306 C260 306 310 300 344 252 Z', dip: 284, rim: [200, 250, 146, 40], well: [200, 254, 98, 25] },
  'slow-teapot': {
    body: 'M96 216 C96 168 138 146 190 146 C244 146 284 168 284 216 C284 270 254 304 190 304 C126 304 96 270 96 216 Z', dip: 252,
    behind: 'M266 196 C308 190 316 172 334 138 L352 146 C344 208 318 244 272 244 Z M112 186 C44 166 40 270 116 262 L114 244 C72 248 72 196 108 204 Z',
    front: 'M150 150 C156 134 224 134 230 150 C226 158 154 158 150 150 Z M178 130 A12 12 0 1 1 202 130 A12 12 0 1 1 178 130 Z',
  },
  'well-carafe': { body: 'M170 72 L230 72 C226 140 270 164 270 232 C270 286 250 306 200 306 C150 306 130 286 130 232 C130 164 174 140 170 72 Z', dip: 214, rim: [200, 72, 30, 7] },
  'meadow-vase': {
    body: 'M166 136 C174 160 122 186 122 236 C122 282 156 306 200 306 C244 306 278 282 278 236 C278 186 226 160 234 136 Z', dip: 244, rim: [200, 136, 34, 8],
    stems: 'M196 138 C186 96 160 78 150 48 M202 138 C204 94 206 74 204 34 M208 138 C220 104 244 92 258 62',
    buds: [[150, 46, 11], [204, 32, 13], [259, 60, 11], [172, 84, 7], [236, 88, 7]],
  },
  'sill-planter': {
    body: 'M116 196 L132 292 Q136 306 152 306 L248 306 Q264 306 268 292 L284 196 Z', dip: 262, rim: [200, 196, 84, 15],
    leaves: 'M200 200 C150 150 140 100 166 66 C196 98 206 150 200 200 Z M202 200 C212 140 244 104 286 98 C284 148 250 186 202 200 Z M196 200 C160 196 116 178 104 128 C150 128 184 156 196 200 Z',
  },
  'dusk-candlestick': {
    body: 'M180 178 L220 178 C218 220 214 236 226 262 C262 268 286 284 286 306 L114 306 C114 284 138 268 174 262 C186 236 182 220 180 178 Z', dip: 250, rim: [200, 178, 22, 6],
    candle: true,
  },
};

/** Speckles of iron, where a fixed little generator puts them: the same on every page. */
function speckles(seed) {
  let state = seed;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: 34 }, () => `<circle cx="${(70 + next() * 260).toFixed(0)}" cy="${(60 + next() * 250).toFixed(0)}" r="${(0.8 + next() * 1.6).toFixed(1)}"/>`).join('');
}

/** An SVG of a product in a glaze. `key` keeps its ids apart from others on the page; `label` is its text for those who can't see it. */
export function drawProduct({ id, glaze, key, label = '' }) {
  const shape = SHAPES[id];
  const tint = GLAZES[glaze];
  const name = `${key}-${id}-${glaze}`;
  const fill = `fill="url(#${name}-g)"`;
  const part = (path) => (path ? `<path d="${path}" ${fill}/>` : '');
  const [cx, cy, rx, ry] = shape.rim ?? [];
  const rim = shape.rim ? `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${tint.shade}"/><ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="none" stroke="${tint.glaze}" stroke-width="5"/>` : '';
  const well = shape.well ? `<ellipse cx="${shape.well[0]}" cy="${shape.well[1]}" rx="${shape.well[2]}" ry="${shape.well[3]}" fill="${tint.glaze}" opacity=".55"/>` : '';
  const stems = shape.stems ? `<path d="${shape.stems}" fill="none" stroke="#6f7a4f" stroke-width="4" stroke-linecap="round"/>${shape.buds.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#e0b869"/>`).join('')}` : '';
  const leaves = shape.leaves ? `<path d="${shape.leaves}" fill="#5f7a58"/>` : '';
  const candle = shape.candle ? '<path d="M189 92 L211 92 L211 178 L189 178 Z" fill="#f7f0e2"/><path d="M200 50 C212 68 210 80 200 84 C190 80 188 68 200 50 Z" fill="#f2b64b"/>' : '';
  const text = label ? `role="img" aria-label="${label}"` : 'aria-hidden="true"';
  return `<svg class="art" viewBox="0 0 400 400" ${text} focusable="false"><defs>
<linearGradient id="${name}-g" x1="0" x2="1"><stop offset="0" stop-color="${tint.shade}"/><stop offset=".3" stop-color="${tint.glaze}"/><stop offset=".66" stop-color="${tint.glaze}"/><stop offset="1" stop-color="${tint.shade}"/></linearGradient>
<linearGradient id="${name}-w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${tint.wall}"/><stop offset=".74" stop-color="${tint.wall}"/><stop offset=".745" stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-color="${tint.wall}"/></linearGradient>
<clipPath id="${name}-c"><path d="${shape.body}"/></clipPath></defs>
<rect width="400" height="400" fill="${tint.wall}"/><rect width="400" height="400" fill="url(#${name}-w)"/>
<ellipse cx="206" cy="310" rx="128" ry="15" fill="#2a1d10" opacity=".2"/>
${part(shape.behind)}${leaves}${stems}${candle}${part(shape.body)}
<g clip-path="url(#${name}-c)"><rect y="${shape.dip}" width="400" height="400" fill="${tint.clay}"/><rect y="${shape.dip - 3}" width="400" height="6" fill="${tint.shade}" opacity=".45"/>
<g fill="#3b2a1a" opacity=".3">${speckles(id.length * 7919 + glaze.length)}</g><rect width="22" height="400" x="${(cx ?? 190) - 52}" fill="#fff" opacity=".14"/></g>
${rim}${well}${part(shape.front)}</svg>`;
}
