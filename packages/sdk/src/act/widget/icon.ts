/** Outlines on a 24-pixel square, drawn in the color of the text beside them. */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  minimize: 'M6 12h12',
  back: 'M15 5l-7 7 7 7',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  play: 'M8 5.5v13l11-6.5z',
  chat: 'M4 12a8 7 0 1 1 4 6.1L4 19.5l1-3.4A6.5 6.5 0 0 1 4 12z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 7v5l3 2M12 3.5a8.5 8.5 0 1 0 .01 0z',
} as const;
export type Icon = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** A decorative icon: the words beside it (or the button's label) say what it means. */
export function icon(document: Document, name: Icon): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'svg ' + name);
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
