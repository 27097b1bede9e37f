import type { Tactful } from '@tactful/sdk';
import { useState } from 'preact/hooks';
import { keepConsent, readConsent } from './consent.ts';
import { Consent } from './Consent.tsx';
import type { Language, Words } from './language.ts';
import { Dashboard } from './pages/Dashboard.tsx';
import { Help } from './pages/Help.tsx';
import { Pricing } from './pages/Pricing.tsx';
import { Workflow } from './pages/Workflow.tsx';
import { Frame } from './Frame.tsx';
import { keepPlan, PLANS, readPlan, type Plan } from './plan.ts';
import { useRoute } from './useRoute.ts';

export interface PageProps {
  readonly words: Words;
  readonly go: (to: string) => void;
  readonly tactful: Tactful;
  /** Undefined during the trial. */
  readonly plan: Plan | undefined;
  readonly choose: (plan: Plan, yearly: boolean) => void;
}

const PAGES = { '/dashboard': Dashboard, '/workflow': Workflow, '/pricing': Pricing, '/help': Help };
const isPage = (path: string): path is keyof typeof PAGES => Object.hasOwn(PAGES, path);

export function App({ words, language, tactful }: { words: Words; language: Language; tactful: Tactful }) {
  const [path, go] = useRoute();
  const [asking, setAsking] = useState(readConsent() === 'pending');
  const [plan, setPlan] = useState(readPlan);
  const choose = (chosen: Plan, yearly: boolean) => {
    keepPlan(chosen);
    setPlan(chosen);
    tactful.setAttributes({ plan: chosen });
    tactful.track('purchase', { transaction_id: crypto.randomUUID(), value: PLANS[chosen] * (yearly ? 10 : 1), currency: 'USD' });
  };
  const Page = PAGES[isPage(path) ? path : '/dashboard'];
  const answer = (choice: 'granted' | 'denied') => {
    keepConsent(choice);
    tactful.consent(choice);
    setAsking(false);
  };
  return (
    <Frame words={words} language={language} path={path} go={go} plan={plan} askConsent={() => setAsking(true)}>
      <Page words={words} go={go} tactful={tactful} plan={plan} choose={choose} />
      {asking && <Consent words={words} answer={answer} />}
    </Frame>
  );
}
