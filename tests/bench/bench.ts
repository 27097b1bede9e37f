/**
 * `npm run bench`: Tactful beside its peers, in one run: what each costs at the start of a page and in a session, a message
 * beside other widgets, and the budgets. Everything runs on this machine, nothing else can be reached. How to read it: docs/guides/bench.md.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { requireBuilt } from '../../scripts/build/requireBuilt.mjs';
import { installPeers } from './installPeers.ts';
import { measureAll } from './measure/measureAll.ts';
import { readPlan } from './readPlan.ts';
import { print } from './report/print.ts';
import { toJson } from './report/toJson.ts';
import { openStage } from './serve/openStage.ts';
import { shopPage } from './session/shopPage.ts';
import { LEFT_OUT } from './subjects/LEFT_OUT.ts';
import { versionOf } from './subjects/published.ts';
import { PLAYED, SUBJECTS } from './subjects/SUBJECTS.ts';
import type { Subject } from './subjects/Subject.ts';
import { WIDGETS } from './subjects/WIDGETS.ts';

const say = (what: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
const load = (): string => loadavg().map((one) => one.toFixed(1)).join(' ');

const plan = readPlan();
requireBuilt(['packages/sdk/dist/tactful.js']);
await installPeers(say);
const wanted = ({ name, from }: Subject): boolean => !from || plan.only.length === 0 || plan.only.some((part) => name.includes(part));
const subjects = { all: SUBJECTS.filter(wanted), played: PLAYED.filter(wanted), widgets: WIDGETS.filter(wanted) };
const stage = await openStage([...subjects.all, ...subjects.widgets], shopPage);
let isEnded = false;
// Ended by hand: the browser and the servers end with it, and what was under way fails.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isEnded = true;
    void stage.close().finally(() => process.exit(130));
  });
}
try {
  const versions = new Map([...subjects.all, ...subjects.widgets].flatMap(({ name, from }) => (from ? [[name, versionOf(from)] as const] : [])));
  console.log(`Chromium ${stage.browser.version()}, 4× throttled, ${plan.runs} first loads and ${plan.sessions} sessions of each; load of the machine ${load()}`);
  const figures = await measureAll({ stage, subjects, plan, versions, say, print });
  console.log(`\nLeft out:\n${Object.entries(LEFT_OUT).map(([name, why]) => `  ${name}: ${why}`).join('\n')}\n\nload of the machine at the end ${load()}`);
  if (plan.json) writeFileSync(plan.json, toJson(figures));
} catch (error) {
  if (!isEnded) throw error;
  process.exitCode = 130;
} finally {
  await stage.close();
}
