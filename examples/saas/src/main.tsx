import './app.css';
import { init } from '@tactful/sdk';
import { render } from 'preact';
import { App } from './App.tsx';
import { readConsent } from './consent.ts';
import { readLanguage, WORDS } from './language.ts';
import { readPlan } from './plan.ts';

const site = document.querySelector<HTMLMetaElement>('meta[name=tactful]')!.dataset;
const language = readLanguage();
document.documentElement.lang = language;
document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
if (location.pathname === '/') history.replaceState(null, '', '/dashboard');

const tactful = init({ key: site.key ?? '', apiHost: site.host ?? '', consent: readConsent(), locale: language });
const plan = readPlan();
tactful.setAttributes(plan ? { plan } : { plan: 'trial', trial_day: 4 });

render(<App words={WORDS[language]} language={language} tactful={tactful} />, document.getElementById('app')!);
