import { CODES } from '../codes.ts';
import type { Issue } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { TEXTS } from '../texts.ts';
import { checkCampaign } from './checkCampaign.ts';
import { checkUnique, type Report } from './checkUnique.ts';
import type { ConfigSource } from './configuration.ts';
import { clausesOf } from './clausesOf.ts';
import { isDiscount } from './isDiscount.ts';
import { isStrict } from './isStrict.ts';
import { namesOf, type Names } from './namesOf.ts';

/** What only the whole configuration can tell. */
export function checkConfig(source: ConfigSource): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (code, path) => { issues.push({ code, path, message: CODES[code] }); };
  const names = namesOf(source);
  checkUnique(source.pages, 'pages', report);
  checkUnique(source.signals, 'signals', report);
  checkUnique(source.campaigns, 'campaigns', report);
  checkPages(source, names, report);
  source.signals?.forEach((signal, at) => {
    if (signal.page !== undefined && !names.pages.has(signal.page)) report('unknown_reference', `signals[${at}].page`);
  });
  for (const [key, text] of Object.entries(source.texts ?? {})) {
    if (!(key in TEXTS.en)) report('unknown_key', `texts.${key}`);
    else if (!(names.locale in text)) report('missing_default_language', `texts.${key}`);
  }
  source.campaigns?.forEach((campaign, at) => {
    checkCampaign({ campaign, path: `campaigns[${at}]`, names, report });
    // Conditions are dropped; a trigger that only a score pulls would never be pulled.
    if (isStrict(source) && isDiscount(campaign)) for (const { clause, path } of clausesOf(campaign.trigger)) if (clause.on === 'intent') report('unfair', `campaigns[${at}].trigger.${path}`);
  });
  checkFaq(source, names, report);
  const live = source.campaigns?.filter(({ status }) => status === 'live' || status === 'shadow') ?? [];
  if (live.length > LIMITS.liveCampaigns) report('too_many', 'campaigns');
  if (names.targets.size > LIMITS.targets) report('too_many', 'campaigns');
  return issues;
}

function checkFaq({ faq }: ConfigSource, { locale }: Names, report: Report): void {
  checkUnique(faq, 'faq', report);
  faq?.forEach(({ q, a, action }, at) => {
    for (const [key, text] of Object.entries({ q, a, 'action.label': action?.label ?? q })) if (!(locale in text)) report('missing_default_language', `faq[${at}].${key}`);
  });
}

function checkPages({ pages }: ConfigSource, names: Names, report: Report): void {
  const taken = new Set<string>();
  pages?.forEach((page, at) => {
    // Clauses write a page's type so.
    if (page.id.startsWith('type:')) report('ambiguous', `pages[${at}].id`);
    page.match.forEach((pattern, index) => {
      // The first page in the list wins, so the second would never be.
      if (taken.has(pattern)) report('ambiguous', `pages[${at}].match[${index}]`);
      taken.add(pattern);
    });
    page.progress?.forEach((name, index) => {
      if (!names.facts.has(name)) report('unknown_reference', `pages[${at}].progress[${index}]`);
    });
  });
}
