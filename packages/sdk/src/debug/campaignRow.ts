import type { Trace } from '@tactful/protocol';
import type { EngineCore } from '@tactful/engine';
import type { Build } from '../act/widget/builder.ts';
import { describeGate, GATE } from './describeGate.ts';
import { firstLine } from './firstLine.ts';
import { say } from './say.ts';

/** One campaign in the panel; it is written over in place, so that what is open stays open. */
export interface CampaignRow {
  readonly element: HTMLElement;
  write(trace: Trace, engine: EngineCore, now: number): void;
}

export function campaignRow(h: Build, id: string): CampaignRow {
  const line = h('span');
  const gates = Object.keys(GATE).map(() => {
    const mark = h('i'), name = h('b'), text = h('span');
    return { mark, name, text, row: h('li', { class: 'gate' }, mark, h('div', null, name, ' ', text)) };
  });
  const element = h('details', null, h('summary', null, h('b', null, id), line), h('ul', null, ...gates.map(({ row }) => row)));
  return {
    element,
    write(trace, engine, now) {
      const words = trace.gates.map((gate) => describeGate(gate, { engine, campaign: id, now }));
      say(line, firstLine(trace, words, engine.tally.exposures.filter(({ campaign }) => campaign == id).pop()));
      element.className = trace.shown ? 'on' : '';
      gates.forEach(({ mark, name, text, row }, place) => {
        const gate = trace.gates[place], told = words[place];
        if (!gate || !told) return;
        row.className = gate.passed ? 'gate open' : 'gate';
        say(mark, gate.passed ? '✓' : '✗');
        say(name, `${told.name}:`);
        say(text, told.opens ? `${told.text} Opens with ${told.opens}.` : told.text);
      });
    },
  };
}
