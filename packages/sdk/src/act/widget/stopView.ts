import type { Aside } from './frame.ts';

/** "No more suggestions": asked once more, in place. */
export const stopView: Aside = (kit, stage, back) => {
  const { h, t } = kit;
  const box = h('div', { class: 'stack' });
  const stop = () => {
    if (!stage.view || !stage.view.preview) kit.host.optOut();
    stage.settle('dismiss', 'opt_out');
    const done = kit.button('primary', t('close'), stage.leave);
    box.replaceWith(h('div', { class: 'stack' }, h('p', null, t('no_more_done')), done));
    kit.say(t('no_more_done'));
    done.focus();
  };
  box.append(
    h('p', null, t('no_more_ask')),
    h('p', { class: 'note' }, t('no_more_note')),
    h('div', { class: 'row' }, kit.button('primary', t('no_more_yes'), stop), kit.button('second', t('no_more_no'), back)),
  );
  return [box];
};
