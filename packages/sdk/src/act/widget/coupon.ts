import type { ClaimAnswer } from '@tactful/protocol';
import { copyText } from './copyText.ts';
import { countdown } from './countdown.ts';
import type { Stage } from './panel.ts';

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
    const held = box.contains((box.getRootNode() as ShadowRoot).activeElement);
    const note = h('p', { class: 'note', tabindex: -1 }, t(key));
    clear();
    box.append(note);
    kit.say(t(key));
    if (held) note.focus();
  };
  const clock = (until = Infinity) => countdown(own, until, () => over('offer_ended'));

  const withCode = ({ code, expiresAt }: ClaimAnswer) => {
    const field = h('input', { readonly: true, value: code, 'aria-label': t('your_code'), dir: 'ltr', size: 1, focus: () => field.select() });
    const status = h('p', { class: 'note', role: 'status' });
    const copy = kit.button('second', t('copy'), () => {
      void copyText(host.document, field).then((copied) => {
        copy.textContent = t(copied ? 'copied' : 'copy');
        status.textContent = t(copied ? 'copied' : 'copy_by_hand');
        status.classList.toggle('spoken', copied);
      });
    });
    const apply = kit.button('primary', t('apply'), () => {
      apply.disabled = true;
      void (preview ? Promise.resolve(false) : host.apply(code)).then((applied) => {
        apply.disabled = false;
        status.className = applied ? 'note good' : 'note';
        status.textContent = t(applied ? 'applied' : 'apply_by_hand');
        if (applied) {
          status.prepend(kit.icon('check'));
          apply.remove();
          copy.focus();
        } else field.select();
      });
    });
    clear();
    box.append(h('div', { class: 'code' }, field, copy), clock(Math.min(expiresAt || Infinity, (view && view.endsAt) || Infinity)), apply, status);
    kit.say(t('your_code') + ': ' + code);
    copy.focus();
  };

  const get = kit.button('primary', action && action.kind === 'apply_offer' ? action.label : t('get_code'), () => {
    stage.acted();
    get.disabled = true;
    get.textContent = t('one_moment');
    void (preview ? Promise.resolve({ code: 'PREVIEW' }) : host.claim(offer)).then((answer) => {
      if (!kit.ended()) answer ? withCode(answer) : over('offer_gone');
    });
  });
  box.append(clock(view && view.endsAt), get);
  return box;
}
