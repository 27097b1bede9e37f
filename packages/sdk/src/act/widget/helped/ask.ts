import type { Milliseconds } from '@tactful/protocol';
import type { Stage } from '../createPanel.ts';

/** What was just done is seen, and said to screen readers, before anything is asked. */
const PAUSE_MS: Milliseconds = 2_000;

/**
 * "Did this help?" in one line at the foot of the message that stands there, once its work is done: it opens nothing, takes no focus and
 * goes with the message. Asked once for an exposure, as long as a summary would tell the answer. A preview asks, and tells nothing.
 */
export function ask({ kit, view }: Stage, panel: HTMLElement): void {
  const { h, t, host: { tab: { engine, observe, emit } = {} } } = kit;
  if (!view || view.asked) return;
  const { campaign, exposure, preview } = view;
  if (!preview && !(engine && engine.tally.exposures.some(({ id, helped }) => id == exposure && helped == null))) return;
  view.asked = true;
  const answer = (helped: boolean) => () => {
    if (!preview && exposure && observe && emit) {
      observe({ kind: 'helped', exposure, helped });
      emit('message:helped', { campaign, helped });
    }
    const held = kit.held(line);
    const thanks = h('p', { class: 'helped', tabindex: -1 });
    line.replaceWith(thanks);
    kit.tell(thanks, t('thanks'));
    if (held) thanks.focus();
  };
  const line = h(
    'div',
    { class: 'helped', role: 'group', 'aria-labelledby': 'h' },
    h('p', { id: 'h' }, t('did_this_help')),
    kit.button('', t('yes'), answer(true)),
    kit.button('', t('no'), answer(false)),
  );
  kit.after(PAUSE_MS, () => {
    panel.lastElementChild!.before(line);
    panel.classList.add('tall');
    // A chat that was folded up meanwhile says nothing.
    if (panel.isConnected) kit.say(t('did_this_help'));
  });
}
