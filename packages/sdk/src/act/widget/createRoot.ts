import type { Milliseconds } from '@tactful/protocol';
import type { WidgetHost } from '../view.ts';
import { ENOUGH, LEAST } from '../boxes.ts';
import { followKeyboard } from './followKeyboard.ts';
import { adoptStyles } from './styles/adoptStyles.ts';
import { CSS } from './styles/css.ts';

/** Beats the page's own rules, its `!important` ones among them: nothing of the page's style reaches the widget. */
const HOST_STYLE = 'all:initial!important;position:fixed!important;z-index:2147483647!important;top:0!important;left:0!important;width:0!important;height:0!important;display:block!important';

/** What was said is read by then; after it nobody who reads on meets it again, nor is it said again where the page puts all anew. */
const SAID_MS: Milliseconds = 3_000;

/** The one element on the page, with everything inside a closed shadow root. */
export interface Root {
  readonly shadow: ShadowRoot;
  readonly inner: HTMLElement;
  put(element: HTMLElement): void;
  take(element: HTMLElement): void;
  /** Goes to the host's `spot`. */
  move(): void;
  /** Tells screen readers, once the region has been there for a moment; a newer text replaces one that waits. */
  say(text: string): void;
  /** Puts on a further style sheet, once. */
  dress(css: string): void;
  /** True while the focus is inside. */
  focused(): boolean;
  destroy(): void;
}

export function createRoot(host: WidgetHost): Root {
  const { document } = host;
  const outer = document.createElement('tactful-widget');
  const shadow = outer.attachShadow({ mode: 'closed' });
  const inner = document.createElement('div');
  const status = document.createElement('p');
  outer.style.cssText = HOST_STYLE;
  inner.className = 'root';
  inner.lang = host.locale;
  inner.dir = host.dir;
  status.className = 'spoken';
  status.setAttribute('role', 'status');
  inner.append(status);
  shadow.append(inner);
  const worn = new Set<string>();
  const dress = (css: string) => {
    if (!worn.has(css)) adoptStyles(host, shadow, css);
    worn.add(css);
  };
  dress(CSS);
  const unfollow = followKeyboard(host, shadow, outer);
  let waiting = () => {};
  const hush = () => {
    waiting();
    status.textContent = '';
  };
  const move = () => {
    const { place, inset, room } = host.spot;
    inner.setAttribute('data-place', place + (room < ENOUGH || innerHeight <= 420 ? ' low' : ''));
    inner.style.cssText = `--y:${inset}px;--room:${room}px;visibility:${room < LEAST ? 'hidden' : 'visible'}`;
  };
  return {
    shadow,
    inner,
    dress,
    move,
    put(element) {
      move();
      inner.append(element);
      if (!outer.isConnected) document.querySelector(':root')!.append(outer);
    },
    take(element) {
      element.remove();
      if (inner.childElementCount == 1) {
        hush();
        outer.remove();
      }
    },
    say(text) {
      hush();
      // A live region is only read when it changes after the screen reader met it.
      waiting = host.after(150, () => {
        status.textContent = text;
        waiting = host.after(SAID_MS, hush);
      });
    },
    focused: () => !!shadow.activeElement,
    destroy() {
      waiting();
      unfollow();
      outer.remove();
    },
  };
}
