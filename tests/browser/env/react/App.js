import { init } from '@tactful/sdk';
import { createElement as h, StrictMode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** The recipe of docs/guides/environments.md. */
function Help({ apiHost }) {
  useEffect(() => {
    const tactful = window.tactful = init({ key: 'pk_test', apiHost, consent: 'granted' });
    window.starts = (window.starts ?? 0) + 1;
    return () => tactful.destroy();
  }, [apiHost]);
  return null;
}

function Shop() {
  const [open, setOpen] = useState(false);
  return h('main', null,
    h('h1', null, 'Shop'),
    h('button', { onClick: () => setOpen(!open) }, open ? 'Hide sizes' : 'Sizes'),
    open && createPortal(h('p', { id: 'sizes' }, 'Forty to forty-six'), document.body));
}

/**
 * A whole document, as frameworks that render on the server hydrate it. Help comes once that is done: what is hydrated has its
 * effects run once even in strict mode, what is mounted later twice.
 */
export function App({ apiHost }) {
  const [here, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  return h(StrictMode, null, h('html', { lang: 'en' },
    h('head', null, h('title', null, 'Shop')),
    h('body', null, h(Shop), here && apiHost && h(Help, { apiHost }))));
}
