import type { Child } from './builder.ts';
import { dataView } from './dataView.ts';
import type { Kit } from './createKit.ts';
import type { Stage } from './createPanel.ts';
import { stopView } from './stopView.ts';
import { whyView } from './whyView.ts';

/** A view that stands in for the message's content until the visitor goes back. */
export type Aside = (kit: Kit, stage: Stage, back: () => void) => readonly Child[];

interface Frame {
  readonly look: string;
  readonly role: 'region' | 'dialog';
  readonly name: string;
  readonly content: readonly Child[];
  readonly close: () => void;
  readonly minimize?: (() => void) | false | undefined;
}

/** What every message has around its content: a title, close, and the three promises at the foot. */
export function frame(stage: Stage, { look, role, name, content, close, minimize }: Frame): HTMLElement {
  const { kit, view } = stage;
  const { h, t } = kit;
  const title = h('h2', { id: 't', tabindex: -1 }, name);
  const main = h('div', { class: 'main' }, ...content);
  let leaveAside = () => {};

  const open = (opener: HTMLElement, label: string, aside: Aside) => {
    leaveAside();
    const own = kit.child();
    const back = () => {
      leaveAside();
      opener.focus();
    };
    const name = h('h2', { tabindex: -1 }, label);
    const drawn = h('div', { class: 'main' }, ...aside(own, stage, back));
    const added = [own.iconButton('back', t('back'), back), name, drawn];
    leaveAside = () => {
      own.end();
      added.forEach((one) => one.remove());
      main.hidden = title.hidden = false;
      if (bar) element.classList.remove('tall');
      leaveAside = () => {};
    };
    main.hidden = title.hidden = true;
    title.before(...added.slice(0, 2));
    main.after(drawn);
    element.classList.add('tall');
    name.focus();
  };
  const promise = (key: 'why_this' | 'your_data' | 'no_more', aside: Aside) => {
    const opener: HTMLElement = kit.button('foot', t(key), () => open(opener, t(key), aside));
    return opener;
  };

  const bar = look == 'banner';
  const promises = h('div', { class: 'promises', hidden: bar }, view && promise('why_this', whyView), promise('your_data', dataView), promise('no_more', stopView));
  /** A banner has no room for them until they are asked for. */
  const more: HTMLElement = kit.iconButton('more', t('more'), () => {
    promises.hidden = !promises.hidden;
    more.setAttribute('aria-expanded', String(!promises.hidden));
  });
  more.setAttribute('aria-expanded', 'false');

  const element: HTMLElement = h(
    'section',
    { class: 'panel ' + look, role, 'aria-labelledby': 't' },
    h(
      'div',
      { class: 'head' },
      title,
      view && view.preview && h('span', { class: 'tag' }, t('preview')),
      bar && more,
      minimize && kit.iconButton('minimize', t('minimize'), minimize),
      kit.iconButton('close', t('close'), close),
    ),
    main,
    promises,
  );
  return element;
}
