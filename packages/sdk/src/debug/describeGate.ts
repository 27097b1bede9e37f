import type { DeviceCondition, Gate, GateTrace, Scalar } from '@tactful/protocol';
import type { EngineCore } from '@tactful/engine';
import { onDevice } from '../act/onDevice.ts';
import { describeClause } from './describeClause.ts';
import { describeCondition } from './describeCondition.ts';
import { describeOpening, describeSpan } from './describeTime.ts';

/** One gate in plain words. */
export interface GateWords {
  /** What it is about, in two or three words. */
  readonly name: string;
  /** What it saw, and what it wants. */
  readonly text: string;
  /** Of a shut gate: what would open it, and when time alone does. */
  readonly opens?: string;
}

type Told = readonly [text: string, opens?: string];
const record = (value: unknown): Readonly<Record<string, number>> => Object(value) as Record<string, number>;
const share = (part: unknown): string => `${Math.round(Number(part) * 100)} %`;
const CAPS: Readonly<Record<string, string>> = { page: 'on this visit to the page', session: 'in this session', lifetime: 'ever' };

/** What is used up of caps and waits. */
function caps({ passed, value, wanted }: GateTrace, whose: string): Told {
  if (passed) return [`${whose} caps and waits have room (shown before: ${value}).`];
  const rules = Object.keys(record(value)).map((rule) => rule == 'wait'
    ? `${describeSpan(record(value)[rule]!)} of a wait are left`
    : `${record(value)[rule]} of ${record(wanted)[rule]} ${CAPS[rule] || 'in a rolling window'}`);
  return [`${whose} caps or waits are used up: ${rules.join('; ')}.`, 'another visit or session, or a larger cap'];
}

const manner = (busy: string, opens: string) => ({ passed }: GateTrace): Told => passed ? ['Was not in the way.'] : [busy, opens];

/** Each gate, in the order in which they are looked at. */
export const GATE: Readonly<Record<Gate, readonly [name: string, tell: (trace: GateTrace, engine: EngineCore, campaign: string) => Told]>> = {
  status: ['on', ({ passed, value }) => passed ? [value == 'shadow' ? 'It runs in shadow: judged as others are, and never drawn.' : 'The campaign is live.']
    : value == 'halted' ? ['The whole site is halted.', 'lifting the halt in the console']
    : [`These files do not know a part of it: ${String(value).replace('unsupported:', '')}.`, 'newer files on the page, or publishing it anew']],
  rollout: ['rollout', ({ passed, value, wanted }) => passed ? [`The visitor takes part (${share(wanted)} do).`] : [`The visitor drew ${share(value)}, outside the rollout of ${share(wanted)}.`, 'a larger rollout; the draw is for good']],
  schedule: ['schedule', ({ passed, wanted }) => passed ? [wanted ? 'Inside its schedule.' : 'It has no schedule.'] : ['Outside its schedule.']],
  consent: ['consent', ({ passed, value }) => passed ? [value == 'full' ? 'Everything may be shown.' : `Help may be shown (${value}).`]
    : value == 'opt_out' ? ['The visitor chose “No more suggestions”.', 'nothing: that holds']
    : value == 'caps_unknown' ? ['Consent is there, but storage can’t be read, so caps are unknown.', 'storage that works, or consent that needs none']
    : value == 'help' ? ['Without consent at most one message a page load is shown, no discount, none on exit intent.', 'consent, or the option withoutConsent: all']
    : ['Nothing may be shown under this consent.', 'consent, or the option withoutConsent']],
  page: ['page', ({ passed, value, wanted }) => passed ? [`The page is “${value}”.`] : [`The page is “${value}”; wanted: ${(wanted as string[]).join(' or ')}.`, 'going there; or a pattern in pages[] that matches this address']],
  trigger: ['trigger', ({ passed, value, wanted }, engine, id) => {
    const { clauses } = engine.campaigns[id]!;
    const counts = (value as number[]).map((seen, place) => `${describeClause(clauses[place]!.spec, engine.config.targets)}: ${seen} of ${(wanted as number[])[place]}`);
    return passed ? [`Fired. ${counts.join('; ')}.`] : [`Has not fired, or not lately. ${counts.join('; ')}.`, engine.campaigns[id]!.spec.trigger.mode == 'all' ? 'all of these, one soon after the other' : 'one of these'];
  }],
  conditions: ['conditions', ({ passed, value, wanted }) => {
    const text = wanted ? `${describeCondition(wanted as DeviceCondition, Object(value) as Record<string, Scalar>)}.` : 'It has none.';
    return passed ? [text] : [text, 'values that fit; what is unknown fits nothing'];
  }],
  frequency: ['campaign’s caps', (trace) => caps(trace, 'Its own')],
  group: ['group’s caps', (trace) => caps(trace, 'The group’s')],
  global: ['site’s caps', (trace) => caps(trace, 'The site’s')],
  tabs: ['other tabs', manner('Another tab was showing a message.', 'its end')],
  priority: ['priority', ({ passed, value }) => passed ? ['Nothing comes before it.'] : [`“${value}” comes first, or is shown.`, 'the end of that, or a higher priority']],
  typing: ['typing', manner('The visitor was typing.', 'a pause')],
  composing: ['composing', manner('Text was being composed with an input method.', 'the end of that')],
  paying: ['paying', manner('The visitor was in a card field or a payment frame.', 'leaving it')],
  dialog: ['dialog', manner('A dialog of the page was open.', 'closing it')],
  covered: ['room', manner('No place was found that covers none of the page’s controls.', 'scrolling, or a larger window')],
  control: ['control group', ({ passed, value }) => passed ? ['The visitor is among those who are shown it.'] : [value == 'shadow' ? 'It runs in shadow: nothing is drawn.' : value == 'holdout' ? 'The visitor is in the site’s holdout, and is shown nothing.' : 'The visitor is in its control group: kept out, to measure.', value == 'shadow' ? 'publishing it with the status live' : 'another visitor; to try it, control: 0 and holdout: 0']],
  veto: ['page’s veto', manner('The page’s beforeShow refused it, or took over a second.', 'a beforeShow that answers true')],
};

/** What one gate of a campaign saw, in plain words. Late gates (`tabs`, from `typing` on) tell how it was when the message was last due. */
export function describeGate(trace: GateTrace, { engine, campaign, now }: { readonly engine: EngineCore; readonly campaign: string; readonly now: number }): GateWords {
  const [name, tell] = GATE[trace.gate];
  const [text, opens] = tell(trace, engine, campaign);
  if (trace.passed) return { name, text };
  const { opensAt } = trace;
  return { name, text, opens: opensAt == undefined ? opens || 'nothing in this visit' : `time alone, ${describeOpening(onDevice({ engine }, opensAt), now)}` };
}
