import type { Milliseconds, TextKey } from '@tactful/protocol';
import type { WidgetHost, WidgetParts } from '../view.ts';
import { builder, type Build } from './builder.ts';
import type { Root } from './createRoot.ts';
import { icon, type Icon } from './icon.ts';
import { safeUrl } from './safeUrl.ts';
import { words } from './words.ts';

export type Listen = (target: EventTarget, type: string, run: (event: Event) => void, options?: AddEventListenerOptions) => void;

/** What every drawing is made with. Its listeners and timers end with it. */
export interface Kit {
  readonly host: WidgetHost;
  readonly h: Build;
  /** The widget's own words; `{slot}`s are filled from `values`. */
  t(key: TextKey, values?: Readonly<Record<string, string>>): string;
  icon(name: Icon): SVGElement;
  button(look: string, label: string, press: () => void): HTMLButtonElement;
  /** A button that shows only an icon. */
  iconButton(name: Icon, label: string, press: () => void): HTMLButtonElement;
  readonly listen: Listen;
  after(delay: Milliseconds, run: () => void): void;
  /** The address a link or file may have; else nothing. */
  url(address: string | undefined): string | undefined;
  /** One of the widget's further files, dressed as it needs; undefined where it cannot be had. */
  part<Name extends keyof WidgetParts>(name: Name): Promise<WidgetParts[Name] | undefined>;
  /** Says something politely to screen readers. */
  say(text: string): void;
  /** True while the focus is in that element: only then may it be moved to what comes next. */
  held(element: Element): boolean;
  /**
   * Marks a button as waiting for an answer, or no longer; false when it already was. It is not disabled, because a
   * disabled button drops the focus.
   */
  wait(button: HTMLElement, waiting: boolean): boolean;
  /** Writes a note and says it. */
  tell(note: HTMLElement, text: string): void;
  /** A kit whose listeners and timers end earlier, or with this one. */
  child(): Kit;
  /** True once ended: answers that come late draw nothing. */
  ended(): boolean;
  end(): void;
}

/** What a kit needs of the place it draws in. */
export type KitRoot = Pick<Root, 'say' | 'dress'>;

/** Makes a kit upon the core's guarded functions. */
export function createKit(host: WidgetHost, root: KitRoot): Kit {
  const stops = new Set<() => void>();
  let over = false;
  const listen: Listen = (target, type, run, options) => void stops.add(host.listen(target, type, run, options));
  const h = builder(host.document, listen);
  const kit: Kit = {
    host,
    h,
    t: (key, values) => words(host.texts, key, values),
    icon: (name) => icon(host.document, name),
    button: (look, label, press) => h('button', { type: 'button', class: look, click: press }, label),
    iconButton: (name, label, press) => h('button', { type: 'button', class: 'icon ' + name, 'aria-label': label, title: label, click: press }, icon(host.document, name)),
    url: (address) => safeUrl(address, host.document),
    async part(name) {
      if (!host.parts[name]) await host.part(name);
      const found = host.parts[name];
      if (found) root.dress(found.styles);
      return found;
    },
    listen,
    after(delay, run) {
      const stop = host.after(delay, () => {
        stops.delete(stop);
        run();
      });
      stops.add(stop);
    },
    say(text) {
      if (!over) root.say(text);
    },
    tell(note, text) {
      note.textContent = text;
      kit.say(text);
    },
    held: (element) => element.contains((element.getRootNode() as ShadowRoot).activeElement || null),
    wait(button, waiting) {
      const changes = waiting != (button.getAttribute('aria-disabled') == 'true');
      button.setAttribute('aria-disabled', String(waiting));
      return changes;
    },
    child() {
      const child = createKit(host, root);
      stops.add(child.end);
      return child;
    },
    ended: () => over,
    end() {
      over = true;
      stops.forEach((stop) => stop());
      stops.clear();
    },
  };
  return kit;
}
