import type { Aside } from './frame.ts';
import { outline } from './outline.ts';

/** "Your data": exactly what would leave the device, and the two ways to end it. */
export const dataView: Aside = (kit, stage) => {
  const { h, t, host } = kit;
  const shown = h('div', { class: 'stack' });
  const draw = () => {
    const summary = host.summary();
    shown.textContent = '';
    shown.append(h('p', { class: 'note' }, t(summary ? 'data_intro' : 'data_none')), summary ? outline(kit, summary, t('your_data')) : '');
  };
  const status = h('p', { class: 'note', role: 'status' });
  const real = !stage.view || !stage.view.preview;
  const erase = kit.button('second', t('erase'), () => {
    erase.disabled = true;
    void (real ? host.erase() : Promise.resolve()).then(() => {
      if (kit.ended()) return;
      erase.disabled = false;
      status.textContent = t('erased');
      draw();
    });
  });
  const withdraw = kit.button('second', t('withdraw'), () => {
    if (real) host.withdraw();
    status.textContent = t('withdrawn');
    draw();
  });
  draw();
  return [shown, status, h('div', { class: 'row' }, erase, withdraw)];
};
