import type { DeviceChatStep, DeviceMessage } from '@tactful/protocol';
import { film } from './film.ts';
import type { Stage } from '../createPanel.ts';
import { requestForm, type RequestForm } from './requestForm.ts';

export interface Conversation {
  readonly element: HTMLElement;
  /** The visitor has begun something that closing would lose. */
  underWay(): boolean;
  /** Focuses what the visitor does next. */
  focus(): void;
}

/** A chat that follows the message's script: what is said, an optional video, replies; and the form to a person. */
export function conversation(stage: Stage, script: DeviceMessage | undefined, grow: () => void): Conversation {
  const { kit, draw } = stage;
  const { h, t, host } = kit;
  const steps = (script && script.chat) || [];
  const tried: string[] = [];
  const log = h('div', { role: 'log', class: 'stack' });
  const next = h('div', { class: 'stack' });
  const element = h('div', { class: 'stack talk' }, log, next);
  let latest: HTMLElement | undefined;
  let form: RequestForm | undefined;

  const say = (text: string) => log.append(h('p', { class: 'says' }, text));
  const focus = () => {
    const target = next.querySelector<HTMLElement>('h3,button,a') || (log.lastElementChild as HTMLElement | null);
    if (!target) return;
    if (target.localName === 'p') target.tabIndex = -1;
    target.focus();
    // The visitor's last answer (or the form) stands at the top, what follows below it; only the message scrolls, never the page.
    const top = form ? next : latest;
    if (element.parentElement && top) element.parentElement.scrollTop = top.offsetTop - 4;
  };
  const after = (drawNext: () => void) => (label: string) => {
    stage.acted();
    host.chat('message');
    latest = h('p', { class: 'says mine' }, h('span', { class: 'spoken' }, t('you') + ': '), label);
    log.append(latest);
    next.textContent = '';
    drawNext();
    grow();
    focus();
  };
  const toForm = () => {
    form = requestForm(stage, tried);
    next.append(form.element);
  };
  const step = (id?: string) => {
    const found = steps.find((one) => one.id === id);
    if (!found) return say(t('thanks'));
    if (!tried.includes(found.id)) tried.push(found.id);
    say(found.say);
    const shown = found.video && film(stage, found.video);
    if (shown) log.append(shown);
    found.replies.map(reply).forEach((control) => control && next.append(control));
  };
  const reply = ({ label, next: to, action }: DeviceChatStep['replies'][number]): Node | undefined => {
    const go = after(() => step(to));
    if (!action || action.kind === 'chat') return kit.button('reply', label, () => go(label));
    const offer = script && script.offer;
    if (action.kind === 'apply_offer' && offer) return kit.button('reply', label, () => after(() => void next.append(draw.coupon(stage, offer)))(label));
    const own: Stage = { ...stage, converse: () => after(toForm)(label) };
    return draw.actionControl(own, { ...action, label }, 'reply', () => go(label));
  };

  if (script && script.body) say(script.body);
  if (steps[0]) step(steps[0].id);
  else toForm();
  return {
    element,
    underWay: () => !(form && form.sent()) && (!!latest || !!(form && form.typed())),
    focus,
  };
}
