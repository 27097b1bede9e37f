import Shepherd from 'shepherd.js';
import style from 'shepherd.js/dist/css/shepherd.css?inline';

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
const show = () => {
  const tour = new Shepherd.Tour({ useModalOverlay: false });
  tour.addStep({ id: 'one', title: 'Need a hand?', text: 'We are here.', attachTo: { element: 'h1', on: 'bottom' }, buttons: [{ text: 'Close', action: tour.cancel }] });
  tour.start();
};
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
else show();
