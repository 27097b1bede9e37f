import { createElement as h } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './App.js';

const note = (error) => console.error('react', String(error));
window.hydrate = (apiHost) => {
  const root = hydrateRoot(document, h(App, { apiHost }), { onRecoverableError: note, onUncaughtError: note, onCaughtError: note });
  window.leave = () => root.unmount();
};
