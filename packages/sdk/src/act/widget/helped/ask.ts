import type { Milliseconds } from '@tactful/protocol';
import type { Stage } from '../createPanel.ts';

/** What was just done is seen, and said to screen readers, before anything is asked. */
const PAUSE_MS: Milliseconds = 2_000;

/**
 * "Did this help?" in one line at the foot of the message that stands there, once its work is done: it opens nothing, takes no focus and
 * goes with the message. Asked once for an exposure, as long as a summary would tell the answer. A preview asks, and tells nothing.
 */
export function ask({ kit, view }: Stage, panel: HTMLElement): void {
  const { h, t, host: { tab: { engine, code, observe, emit } = {} } } = kit;
  if (!view) return;
  const { campaign, exposure, claimed, preview } = view;
  // A code that stands again was met on an earlier page of the tab, which may have asked.
  const met = engine && engine.tally.exposures.filter((one) => claimed ? one.campaign == campaign && one.arm == 'treatment' : one.id == exposure).pop();
  const held = code && code.campaign == campaign ? code : undefined;
  if (!preview && (!met || met.helped != null || held && held.asked)) return;
  const answer = (helped: boolean) => () => {
    if (met && observe && emit) {
      observe({ kind: 'helped', exposure: met.id, helped });
      emit('message:helped', { campaign, helped });
    }
    const focused = kit.held(line);
    const thanks = h('p', { class: 'helped', tabindex: -1 });
    line.replaceWith(thanks);
    kit.tell(thanks, t('thanks'));
    if (focused) thanks.focus();
  };
  const line = h(
    'div',
    { class: 'helped', role: 'group', 'aria-labelledby': 'h' },
    h('p', { id: 'h' }, t('did_this_help')),
    kit.button('', t('yes'), answer(true)),
    kit.button('', t('no'), answer(false)),
  );
  kit.after(PAUSE_MS, () => {
    if (view.asked) return;
    view.asked = true;
    if (held) held.asked = true;
    panel.lastElementChild!.before(line);
    panel.classList.add('tall');
    // A chat that was folded up meanwhile says nothing.
    if (panel.isConnected) kit.say(t('did_this_help'));
  });
}
