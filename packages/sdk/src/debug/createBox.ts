import type { Core } from '../core.ts';
import type { Stop } from '../scope.ts';
import { keepInput } from './keepInput.ts';
import { adoptStyles } from '../act/widget/styles/adoptStyles.ts';
import { builder, type Build } from '../act/widget/builder.ts';
import { STYLES } from './STYLES.ts';

/** A box of the integrator's at the page's edge. */
export interface Box {
  readonly h: Build;
  /** Where its content stands; it scrolls. */
  readonly body: HTMLElement;
  /** Folded away but for its head. */
  folded(): boolean;
  close(): void;
}

/** What a hand or a keyboard does: of all that this browser has a handler for, and the focus. */
const input = (): string => Object.keys(window).filter((name) => /^on(pointer|mouse|touch|key|wheel|copy|.*(click|menu)$)/.test(name)).map((name) => name.slice(2)).join(' ') + ' focusin focusout';

/**
 * One element on the page, with all of it in a shadow root. What is done in it is the integrator's and not the visitor's: it is heard
 * first of all and goes no further, so that neither the page nor a sensor sees it.
 * @param closed runs once, whoever closes it
 */
export function createBox(core: Pick<Core, 'scope' | 'settings' | 'engine'>, title: string, closed: () => void): Box {
  const { scope, settings } = core;
  const kept = keepInput(core);
  const host = document.createElement('tactful-debug');
  // Open, so that the path of an event can be read outside.
  const shadow = host.attachShadow({ mode: 'open' });
  const presses = new Map<EventTarget, (event: Event) => void>();
  const h = builder(document, (target, _type, run) => void presses.set(target, run));
  const stops: Stop[] = [];
  const end = scope.track(() => {
    stops.forEach((stop) => stop());
    host.remove();
    closed();
  });
  const fold = h('button', { type: 'button', 'aria-expanded': 'true', click: () => {
    const folded = box.classList.toggle('min');
    fold.textContent = folded ? '▴' : '▾';
    fold.setAttribute('aria-expanded', String(!folded));
  }, 'aria-label': 'Fold' }, '▾');
  const body = h('div', { class: 'body', tabindex: 0, role: 'group', 'aria-label': title });
  const box = h('section', { class: 'box', lang: 'en', dir: 'ltr', 'aria-label': title },
    h('div', { class: 'head' }, h('h2', null, title), fold, h('button', { type: 'button', 'aria-label': 'Close', click: end }, '✕')), body);
  shadow.append(box);
  adoptStyles({ document, nonce: settings.nonce }, shadow, STYLES);
  stops.push(scope.listen(window, input(), (event: Event) => {
    kept(event.target == host);
    if (event.target != host) return;
    event.stopImmediatePropagation();
    if (event.type == 'keydown' && (event as KeyboardEvent).key == 'Escape') end();
    if (event.type == 'click') event.composedPath().forEach((target) => (presses.get(target) || Object)(event));
  }));
  document.documentElement.append(host);
  return { h, body, folded: () => box.classList.contains('min'), close: end };
}
