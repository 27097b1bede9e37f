import type { ComponentChildren } from 'preact';
import { NAMES, type Language, type Words } from './language.ts';
import type { Plan } from './plan.ts';

const ICONS: Readonly<Record<string, string>> = {
  dashboard: 'M4 13h6V4H4v9Zm0 7h6v-4H4v4Zm10 0h6v-9h-6v9Zm0-16v4h6V4h-6Z',
  workflow: 'M5 4h6v6H5V4Zm8 10h6v6h-6v-6ZM8 10v4a3 3 0 0 0 3 3h2',
  pricing: 'M4 12 12 4h8v8l-8 8-8-8Zm12-5.5v.01',
  help: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm-2.2-9.6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6m0 2.4v.01',
};

interface FrameProps {
  readonly words: Words;
  readonly language: Language;
  readonly path: string;
  readonly go: (to: string) => void;
  readonly plan: Plan | undefined;
  readonly askConsent: () => void;
  readonly children: ComponentChildren;
}

/** The app's own frame: where one is, how long the trial still runs or which plan it is, and the page. */
export function Frame({ words, language, path, go, plan, askConsent, children }: FrameProps) {
  const link = (id: keyof typeof words.nav) => (
    <a href={`/${id}`} aria-current={path === `/${id}` ? 'page' : undefined} onClick={(event) => { event.preventDefault(); go(`/${id}`); }}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d={ICONS[id]} /></svg><span>{words.nav[id]}</span>
    </a>
  );
  return (
    <div class="frame">
      <a class="skip" href="#main">{words.skip}</a>
      <header>
        <a class="brand" href="/dashboard" onClick={(event) => { event.preventDefault(); go('/dashboard'); }}>
          <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M7 6v20M16 6v20M25 6v20M4 12h10M18 12h10M9 20h14" /></svg>Loomwork
        </a>
        <div class="trial">{plan ? <span>{words.plan.replace('{plan}', words.pricing.plans[plan].name)}</span> : <><span>{words.trial}</span><progress max={14} value={4} aria-label={words.trial} /></>}
          <a class="button small" href="/pricing" onClick={(event) => { event.preventDefault(); go('/pricing'); }}>{plan ? words.change : words.upgrade}</a></div>
      </header>
      <nav aria-label="Loomwork">{link('dashboard')}{link('workflow')}{link('pricing')}{link('help')}</nav>
      <main id="main">{children}</main>
      <footer><span>{words.footer}</span><button type="button" class="link" onClick={askConsent}>{words.consent.again}</button>
        <span class="languages">{Object.entries(NAMES).map(([tag, name]) => <a href={`?lang=${tag}`} lang={tag} aria-current={tag === language ? 'true' : undefined}>{name}</a>)}</span></footer>
    </div>
  );
}
