import { word } from '../words/word.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A campaign's trigger as its file has it, on one line: `dwell (page checkout, for 10s, consecutive 3)`. Nothing where the
 * configuration has no such campaign. The words are the file's own, so that one finds them there.
 */
export function triggerText(source: unknown, campaign: string): string | undefined {
  const campaigns = isObject(source) && Array.isArray(source['campaigns']) ? source['campaigns'] as readonly unknown[] : [];
  const found = campaigns.find(one => isObject(one) && one['id'] === campaign);
  const trigger = isObject(found) ? found['trigger'] : undefined;
  if (!isObject(trigger)) return undefined;
  const [mode, clauses] = Object.entries(trigger).find(([key]) => key === 'any' || key === 'all') ?? [];
  return Array.isArray(clauses) ? clauses.map(clauseText).join(` ${word(mode === 'all' ? 'trigger.and' : 'trigger.or')} `) : undefined;
}

function clauseText(clause: unknown): string {
  const { on, ...parameters } = isObject(clause) ? clause : {};
  const list = Object.entries(parameters).map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  return list.length > 0 ? `${String(on)} (${list.join(', ')})` : String(on);
}
