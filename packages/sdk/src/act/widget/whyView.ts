import type { DeviceClause, TextKey } from '@tactful/protocol';
import type { Aside } from './frame.ts';
import type { Kit } from './createKit.ts';

/** The sentence for one clause: what the visitor did, in words that fit any page. */
function sentence(kit: Kit, { on, consecutive = 1, target }: DeviceClause): string {
  const many = consecutive > 1 && (on == 'dwell' || on == 'form_error') ? '_times' : on == 'dwell' && target != undefined ? '_part' : '';
  const key = `why_${on}${many}`;
  const n = new Intl.NumberFormat(kit.host.locale).format(consecutive);
  return kit.t((key in kit.host.texts ? key : 'why_other') as TextKey, { n });
}

/** "Why this?": what fired the message, and that the device decided it. */
export const whyView: Aside = (kit, stage) => {
  const fired = (stage.view && stage.view.fired) || [];
  const sentences = new Set(fired.map((clause) => sentence(kit, clause)));
  return [
    kit.h('ul', { class: 'why' }, ...Array.from(sentences.size ? sentences : [kit.t('why_other')], (text) => kit.h('li', null, text))),
    kit.h('p', { class: 'note' }, kit.t('why_local')),
  ];
};
