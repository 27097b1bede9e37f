import type { Aside } from './frame.ts';

/** "Your data": exactly what would leave the device, and the two ways to end it. */
export const dataView: Aside = (kit, stage) => {
  const { h, t, host } = kit;
  const shown = h('div', { class: 'stack' });
  const draw = () => {
    const summary = host.summary();
    shown.textContent = '';
    shown.append(h('p', { class: 'note' }, t(summary ? 'data_intro' : 'data_none')));
    if (!summary) return;
    const list = h('p', { class: 'note' }, t('one_moment'));
    shown.append(list);
    // Erasing and withdrawing need no list: they are there without its file, too.
    void kit.part('data').then((data) => data ? list.replaceWith(data.outline(kit, summary, t('your_data'))) : kit.tell(list, t('not_loaded')));
  };
  const status = h('p', { class: 'note' });
  const real = !stage.view || !stage.view.preview;
  const erase = kit.button('second', t('erase'), () => {
    if (!kit.wait(erase, true)) return;
    void (real ? host.erase() : Promise.resolve(true)).then((done) => {
      if (kit.ended()) return;
      kit.wait(erase, false);
      kit.tell(status, t(done ? 'erased' : 'not_erased'));
      draw();
    });
  });
  const withdraw = kit.button('second', t('withdraw'), () => {
    if (real) host.withdraw();
    kit.tell(status, t('withdrawn'));
    draw();
  });
  draw();
  return [shown, status, h('div', { class: 'row' }, erase, withdraw)];
};
