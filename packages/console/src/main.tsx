import { render } from 'preact';
import { App } from './app/App.tsx';
import { pickLocale } from './format/pickLocale.ts';

const root = document.getElementById('console');
if (root) render(<App fetch={(input, init) => fetch(input, init)} locale={pickLocale(navigator.languages, 'en')} />, root);
