import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deviceOf, type CampaignCase } from './deviceOf.ts';
import { play, type Step } from './play.ts';

/** What a case plays. `more` goes over the configuration. */
interface Input { readonly campaigns: readonly CampaignCase[]; readonly more?: object; readonly device?: object; readonly visitor?: string; readonly do: readonly Step[] }
/** What is expected: who was shown, in which arm, when; and parts of the summary, the trace, the caps, the next deadline (ms since the start). */
interface Expected {
  readonly shown?: readonly unknown[];
  readonly summary?: object;
  readonly trace?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly next?: number | null;
}
type Case = readonly [name: string, input: Input, expected: Expected];

const folder = new URL('.', import.meta.url);
const START = 1_795_168_800_000;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const cases = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[];
  describe(file.replace('.json', ''), () => {
    it.each(cases)('%s', (_name, { campaigns, more, device, visitor = 'visitor', do: steps }, expected) => {
      const config = { ...deviceOf(campaigns, more), ...device };
      const { shown, engine } = play({ config, steps, visitor });
      if (expected.shown) expect(shown).toEqual(expected.shown);
      if (expected.summary) expect(engine.summary()).toMatchObject(expected.summary);
      for (const [campaign, gates] of Object.entries(expected.trace ?? {})) {
        const trace = engine.explain(campaign)[0];
        const seen = Object.fromEntries((trace?.gates ?? []).map((gate) => [gate.gate, gate]));
        expect({ ...seen, eligible: trace?.eligible, shown: trace?.shown }).toMatchObject(gates);
      }
      if (expected.next !== undefined) expect(engine.nextDeadline()).toBe(expected.next === null ? Infinity : START + expected.next);

      // The same, written down and taken up again before each step, decides and tells the same.
      const again = play({ config, steps, visitor, carrying: true });
      expect(again.shown).toEqual(shown);
      expect(JSON.parse(JSON.stringify(again.engine.summary()))).toEqual(JSON.parse(JSON.stringify(engine.summary())));
      expect(again.engine.explain()).toEqual(engine.explain());
    });
  });
}
