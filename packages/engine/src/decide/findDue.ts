import type { Core } from '../memory.ts';
import { judge } from './judge.ts';
import { rank } from './rank.ts';

/** The best open opportunity, of live campaigns or of shadows, whose gates up to `priority` pass; empty for none. */
export function findDue(core: Core, status: 'live' | 'shadow'): string {
  for (const id of rank(core)) if (core.campaigns[id]!.spec.status == status && judge(core, core.campaigns[id]!).pop()!.passed) return id;
  return '';
}
