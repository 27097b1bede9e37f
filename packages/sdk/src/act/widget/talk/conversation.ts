import type { DeviceChatStep, DeviceFaq, DeviceMessage } from '@tactful/protocol';
import { askForm } from './askForm.ts';
import { createMatcher } from './createMatcher.ts';
import { film } from './film.ts';
import type { Turn } from '../../view.ts';
import type { Stage } from '../createPanel.ts';
import { requestForm, type RequestForm } from './requestForm.ts';

export interface Conversation {
  readonly element: HTMLElement;
  /** The visitor has begun something that closing would lose. */
  underWay(): boolean;
  /** Focuses what the visitor does next. */
  focus(): void;
}

/** So much of a talk goes on on the next page: its end, in turns and in characters. */
const MOST_TURNS = 20, MOST_CHARS = 2_000;

/**
 * A chat that follows the message's script: what is said, an optional video, replies; that answers from the site's own answers what
 * the visitor asks; and the form to a person.
 */
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

  const { tab = {} } = host;
  const past: readonly Turn[] = (!script && Array.isArray(tab.turns) && tab.turns) || [];
  let turns = past;
  let kept = tab.turns;
  const line = ([text, mine]: Turn) => {
    const drawn = h('p', { class: mine ? 'says mine' : 'says' }, mine && h('span', { class: 'spoken' }, t('you') + ': '), text);
    log.append(drawn);
    return drawn;
  };
  const add = (turn: Turn) => {
    // Erased meanwhile, or read again.
    if (tab.turns != kept) turns = tab.turns || [];
    turns = [...turns, turn].slice(-MOST_TURNS);
    while (turns[1] && turns.reduce((sum, [text]) => sum + text.length, 0) > MOST_CHARS) turns = turns.slice(1);
    // What the visitor said nothing to is no talk yet.
    if (!(stage.view && stage.view.preview) && turns.some(([, mine]) => mine)) kept = tab.turns = turns;
    return line(turn);
  };
  const say = (text: string) => void add([text, false]);
  const scroll = (top: HTMLElement | undefined) => {
    // The visitor's last answer (or the form) stands at the top, what follows below it; only the message scrolls, never the page.
    if (element.parentElement && top) element.parentElement.scrollTop = top.offsetTop - 4;
  };
  const focus = () => {
    const target = next.querySelector<HTMLElement>('h3,button,a') || (log.lastElementChild as HTMLElement | null);
    if (!target) return;
    if (target.localName == 'p') target.tabIndex = -1;
    target.focus();
    scroll(form ? next : latest);
  };
  const heard = (drawNext: () => void, label: string) => {
    stage.acted();
    host.chat('message');
    latest = add([label, true]);
    next.textContent = '';
    drawNext();
    grow();
  };
  const after = (drawNext: () => void) => (label: string) => {
    heard(drawNext, label);
    focus();
  };
  const toForm = () => {
    ask.remove();
    form = requestForm(stage, tried);
    next.append(form.element);
  };
  const step = (id?: string) => {
    const found = steps.find((one) => one.id == id);
    if (!found) {
      stage.done();
      return say(t('thanks'));
    }
    if (!tried.includes(found.id)) tried.push(found.id);
    say(found.say);
    const shown = found.video && film(stage, found.video);
    if (shown) log.append(shown);
    found.replies.map(reply).forEach((control) => control && next.append(control));
  };
  const reply = ({ label, next: to, action }: DeviceChatStep['replies'][number]): Node | undefined => {
    const go = after(() => step(to));
    if (!action || action.kind == 'chat') return kit.button('reply', label, () => go(label));
    const offer = script && script.offer;
    if (action.kind == 'apply_offer' && offer) return kit.button('reply', label, () => after(() => void next.append(draw.coupon(stage, offer)))(label));
    const own: Stage = { ...stage, converse: () => after(toForm)(label) };
    return draw.actionControl(own, { ...action, label }, 'reply', () => go(label));
  };

  const person = () => next.append(kit.button('reply', t('talk'), () => after(toForm)(t('talk'))));
  const answer = ({ a, action }: DeviceFaq) => {
    say(a);
    stage.done();
    const control = action && reply({ label: action.label, action });
    if (control) next.append(control);
    person();
  };
  const faq = (Array.isArray(host.faq) && !(script && script.chat && !steps.length) && host.faq) || [];
  const match = createMatcher(faq);
  const asking = askForm(kit, (question) => {
    heard(() => {
      const found = match(question);
      const [first, second] = found;
      if (first && !second) return answer(first);
      say(t(first ? 'ask_which' : 'ask_none'));
      for (const one of found) next.append(kit.button('reply', one.q, () => after(() => answer(one))(one.q)));
      person();
    }, question);
    // The focus stays where the next question is typed; what is said is read as it comes into the log.
    scroll(latest);
  });
  const ask = asking.element;

  past.forEach(line);
  if (faq.length) element.append(ask);
  if (script && script.body) say(script.body);
  if (steps[0]) step(steps[0].id);
  else if (faq.length) {
    if (!past.length) say(t('message'));
    person();
  } else toForm();
  return {
    element,
    underWay: () => !(form && form.sent()) && (!!latest || asking.typed() || !!(form && form.typed())),
    focus,
  };
}
