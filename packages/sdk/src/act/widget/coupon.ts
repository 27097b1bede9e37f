import type { ClaimAnswer } from '@tactful/protocol';
import { applyCode } from './applyCode.ts';
import { copyText } from './copyText.ts';
import { countdown } from './countdown.ts';
import type { Stage } from './createPanel.ts';

/**
 * The offer: "Get code" asks the edge for one, then the code with copy and apply, and the time that is left. A refusal is
 * said kindly and leaves nothing to press.
 */
export function coupon(stage: Stage, offer: string): HTMLElement {
  const { kit, view } = stage;
  const { h, t, host } = kit;
  const preview = !!view && view.preview;
  const action = view && view.message.action;
  const box = h('div', { class: 'stack' });
  // What is drawn together ends together: the countdown above all.
  let own = kit.child();
  const clear = () => {
    own.end();
    own = kit.child();
    box.textContent = '';
  };
  const over = (key: 'offer_gone' | 'offer_ended') => {
    const held = kit.held(box);
    const note = h('p', { class: 'note', tabindex: -1 });
    clear();
    box.append(note);
    kit.tell(note, t(key));
    if (held) note.focus();
  };
  const clock = (until = Infinity) => countdown(own, until, () => over('offer_ended'));

  const withCode = ({ code, expiresAt }: ClaimAnswer) => {
    const field = h('input', { readonly: true, value: code, 'aria-label': t('your_code'), dir: 'ltr', size: 1, focus: () => field.select() });
    const status = h('p', { class: 'note' });
    const copy = kit.button('second', t('copy'), () => {
      void copyText(host.document, field).then((copied) => {
        copy.textContent = t(copied ? 'copied' : 'copy');
        if (copied) kit.say(t('copied'));
        else kit.tell(status, t('copy_by_hand'));
        stage.done();
      });
    });
    const apply = kit.button('primary', t('apply'), () => {
      const filled = !preview && applyCode(host.document, code);
      const held = kit.held(apply);
      kit.tell(status, t(filled ? 'applied' : 'apply_by_hand'));
      stage.done();
      if (filled) {
        apply.remove();
        if (held) copy.focus();
      } else if (held) field.select();
    });
    const held = kit.held(box);
    clear();
    box.append(h('div', { class: 'code' }, field, copy), clock(Math.min(expiresAt || Infinity, (view && view.endsAt) || Infinity)), apply, status);
    kit.say(t('your_code') + ': ' + code);
    if (held) copy.focus();
  };

  const get = kit.button('primary', action && action.kind == 'apply_offer' ? action.label : t('get_code'), () => {
    if (!kit.wait(get, true)) return;
    stage.acted();
    get.textContent = t('one_moment');
    void (preview ? Promise.resolve({ code: 'PREVIEW' }) : host.claim(offer)).then((answer) => {
      if (!kit.ended()) answer ? withCode(answer) : over('offer_gone');
    });
  });
  if (view && view.claimed) withCode(view.claimed);
  else box.append(clock(view && view.endsAt), get);
  return box;
}
