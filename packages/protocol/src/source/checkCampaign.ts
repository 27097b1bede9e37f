import { LIMITS } from '../limits.ts';
import { checkUnique, type Report } from './checkUnique.ts';
import { checkMessage } from './checkMessage.ts';
import { clausesOf } from './clausesOf.ts';
import type { CampaignSource } from './campaign.ts';
import type { ClauseSource } from './clause.ts';
import { comparisonsOf, type ConditionSource } from './condition.ts';
import type { Names } from './namesOf.ts';

/** One campaign in its place, what it may refer to, and where to report. */
export interface CampaignCheck { readonly campaign: CampaignSource; readonly path: string; readonly names: Names; readonly report: Report }

/** What a campaign's shape cannot tell: references, languages, and parts that need each other. */
export function checkCampaign({ campaign, path, names, report }: CampaignCheck): void {
  if (campaign.group !== undefined && !names.groups.has(campaign.group)) report('unknown_reference', `${path}.group`);
  for (const { clause, path: at } of clausesOf(campaign.trigger)) checkClause(clause, `${path}.trigger.${at}`, { names, report });
  if (campaign.conditions) checkCondition(campaign.conditions, `${path}.conditions`, { names, report });
  checkMessage({ message: campaign.message, path: `${path}.message`, names, report });
  checkUnique(campaign.variants, `${path}.variants`, report);
  campaign.variants?.forEach((variant, at) => checkMessage({
    message: { ...campaign.message, ...variant.message }, own: variant.message, path: `${path}.variants[${at}].message`, names, report,
  }));
}

type Context = Pick<CampaignCheck, 'names' | 'report'>;

function checkClause(clause: ClauseSource, path: string, { names, report }: Context): void {
  for (const name of ['page', 'from', 'to'] as const) {
    const page = (clause as { readonly [name]?: string })[name];
    if (page !== undefined && !names.pages.has(page)) report('unknown_reference', `${path}.${name}`);
  }
  if (clause.on === 'signal' && !names.signals.has(clause.id)) report('unknown_reference', `${path}.id`);
  if (clause.on === 'event' || clause.on === 'signal') {
    if (clause.consecutive !== undefined && (clause.times ?? 1) > 1) report('ambiguous', `${path}.times`);
    // Occurrences "in all" have no run that could end.
    if (clause.consecutive === undefined && clause.resetOn) report('ambiguous', `${path}.resetOn`);
  }
  if (clause.on === 'event' && clause.where) checkDepth(clause.where, `${path}.where`, report);
}

function checkCondition(condition: ConditionSource, path: string, { names, report }: Context): void {
  checkDepth(condition, path, report);
  for (const { comparison, path: at } of comparisonsOf(condition, path)) {
    const type = comparison.feature.startsWith('user.') && comparison.feature.length > 5 ? 'any' : names.features.get(comparison.feature);
    const op = Object.keys(comparison).find((key) => key !== 'feature') as keyof typeof comparison;
    if (!type) report('unknown_feature', `${at}.feature`);
    else if (!fits(type, comparison[op], op)) report('wrong_type', `${at}.${op}`);
  }
}

/** A comparison that could never be true is an error, not a condition. */
function fits(type: string, value: unknown, op: string): boolean {
  if (type === 'any' || op === 'exists') return true;
  if (op === 'contains') return type === 'text';
  if (['gt', 'gte', 'lt', 'lte'].includes(op)) return type === 'number';
  const wanted = type === 'text' ? 'string' : type;
  return (Array.isArray(value) ? value : [value]).every((item) => typeof item === wanted);
}

function checkDepth(condition: ConditionSource, path: string, report: Report): void {
  const all = comparisonsOf(condition, path);
  if (all.length > LIMITS.conditionsPerCampaign) report('too_many', path);
  if (all.some(({ depth }) => depth > LIMITS.conditionDepth)) report('too_deep', path);
}
