import { field } from './field.ts';
import type { Stage } from '../createPanel.ts';
import { sendKeys } from '../sendKeys.ts';

export interface RequestForm {
  readonly element: HTMLElement;
  typed(): boolean;
  sent(): boolean;
}

/** "Talk to a person": contact as given, a text, and what was tried if the visitor shares it. Typed text stays until sent. */
export function requestForm(stage: Stage, tried: readonly string[]): RequestForm {
  const { kit, view } = stage;
  const { h, t, host } = kit;
  const preview = !!view && view.preview;
  const name = field(kit, { id: 'n', tag: 'input', label: t('name'), limit: 100, fill: 'name' });
  const contact = field(kit, { id: 'c', tag: 'input', label: t('contact'), limit: 200, fill: 'email', missing: t('contact_missing'), wrong: t('contact_wrong') });
  const text = field(kit, { id: 'm', tag: 'textarea', label: t('message'), limit: 1_000, missing: t('message_missing') });
  const share = h('input', { type: 'checkbox' });
  const look = h('div');
  const shared = h(
    'details',
    {
      toggle: () => {
        const shown = host.shared(tried);
        const draw = (...children: (Node | string)[]) => {
          look.textContent = '';
          look.append(...children);
          look.scrollIntoView({ block: 'nearest' });
        };
        if (!shown) return draw(h('p', { class: 'note' }, t('share_none')));
        void kit.part('data').then((data) => draw(data ? data.outline(kit, shown, t('share_look')) : h('p', { class: 'note' }, t('not_loaded'))));
      },
    },
    h('summary', null, t('share_look')),
    look,
  );
  const status = h('p', { class: 'note error' });
  const send = h('button', { class: 'primary' }, t('send'));
  let sent = false;

  const submit = () => {
    const wrong = [contact, text].filter((one) => !one.complete())[0];
    if (wrong) return wrong.input.focus();
    if (!kit.wait(send, true)) return;
    send.textContent = t('sending');
    status.textContent = '';
    const body = { name: name.value(), contact: contact.value(), text: text.value(), ...(view && { campaign: view.campaign }) };
    void (preview ? Promise.resolve(true) : host.request(body, share.checked, tried)).then((delivered) => {
      if (kit.ended()) return;
      kit.wait(send, false);
      send.textContent = t('send');
      if (!delivered) {
        kit.tell(status, t('not_sent'));
        send.scrollIntoView({ block: 'nearest' });
        return;
      }
      sent = true;
      const held = kit.held(form);
      const done = h('div', { class: 'done stack', tabindex: -1 }, kit.icon('check'), h('p', null, t('sent')), h('p', { class: 'note' }, t('sent_reply', { contact: `\u2068${body.contact}\u2069` })));
      form.replaceWith(done);
      kit.say(t('sent'));
      if (held) done.focus();
      host.chat('handoff');
      stage.done();
    });
  };
  const form = h(
    'form',
    { class: 'stack', novalidate: true, 'aria-label': t('talk') },
    h('h3', { tabindex: -1 }, t('talk')),
    h('p', { class: 'note' }, t('talk_intro')),
    name.element,
    contact.element,
    text.element,
    h('label', { class: 'check' }, share, h('span', null, t('share'))),
    shared,
    status,
    send,
  );
  sendKeys(kit, form, submit);
  const element = h('div', null, form);
  return { element, typed: () => [name, contact, text].some((one) => !!one.value()), sent: () => sent };
}
