import { budgetRows, budgetTable, type Figures } from '../report/judgeBudgets.ts';
import { eventTable } from '../report/eventTable.ts';
import type { print as Print } from '../report/print.ts';
import { sessionTable } from '../report/sessionTable.ts';
import { startTable } from '../report/startTable.ts';
import type { Plan } from '../readPlan.ts';
import type { BenchStage } from '../serve/openStage.ts';
import type { Subject } from '../subjects/Subject.ts';
import { none } from '../subjects/none.ts';
import { tactful } from '../subjects/tactful.ts';
import { addedPerEvent } from './addedPerEvent.ts';
import { isAtRest } from './isAtRest.ts';
import { measureSessions } from './measureSessions.ts';
import { measureSizes } from './measureSizes.ts';
import { measureStart } from './measureStart.ts';
import { summarizeStart, type StartFigures } from './summarizeStart.ts';
import { tracePairs } from './traceSession.ts';

interface Given {
  readonly stage: BenchStage;
  readonly subjects: Readonly<Record<'all' | 'played' | 'widgets', readonly Subject[]>>;
  readonly plan: Plan;
  readonly versions: ReadonlyMap<string, string>;
  readonly say: (what: string) => void;
  readonly print: typeof Print;
}

const namesOf = (subjects: readonly Subject[]): string[] => subjects.map(({ name }) => name);

/** First loads of these subjects, each above what it is compared with, which is loaded in the same rounds. */
async function measureAbove({ stage, plan, say }: Given, subjects: readonly Subject[]): Promise<Map<string, StartFigures>> {
  const baseOf = ({ above = none.name }: Subject): string => above;
  const loads = await measureStart(stage, [...new Set([...subjects.map(baseOf), ...namesOf(subjects)])], plan.runs, say);
  const elsewhere = new Set([...loads.values()].flat().flatMap((load) => load.elsewhere));
  if (elsewhere.size > 0) say(`asked for in vain: ${[...elsewhere].join(', ')}`);
  return new Map(subjects.map((subject) => [subject.name, summarizeStart(loads.get(subject.name)!, loads.get(baseOf(subject))!)]));
}

/** Everything, each table printed as soon as it is there; ends with the budgets. */
export async function measureAll(given: Given): Promise<Figures & { readonly widgets: ReadonlyMap<string, StartFigures> }> {
  const { stage, subjects, plan, versions, say, print } = given;
  const start = await measureAbove(given, subjects.all);
  print(startTable('at start, above the empty page', start, versions));
  const widgets = await measureAbove(given, subjects.widgets);
  print(startTable('a message alone', widgets, versions));
  const pairs = await measureStart(stage, [none.name, tactful.name], plan.pairs, say);
  const blocking = { atMost: summarizeStart(pairs.get(tactful.name)!, pairs.get(none.name)!).blockingAtMost, pairs: plan.pairs };
  const sessions = await measureSessions(stage, namesOf(subjects.played), plan.sessions, say);
  print(sessionTable(sessions));
  const traced = await tracePairs(stage, { name: tactful.name, without: none.name, events: plan.events }, say);
  const perEvent = addedPerEvent(traced.subject.map(({ events }) => events), traced.without.map(({ events }) => events));
  print(eventTable(perEvent));
  const forced = traced.subject.reduce((sum, one) => sum + Object.entries(one.forced).reduce((count, [url, times]) => count + (isAtRest(url) ? times : 0), 0), 0);
  const longTasks = traced.subject.reduce((sum, one) => sum + one.longTasks, 0);
  const figures = { sizes: measureSizes(), start, blocking, sessions, perEvent, forced, longTasks };
  print(budgetTable(budgetRows(figures)));
  return { ...figures, widgets };
}
