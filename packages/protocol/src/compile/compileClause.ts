import { CLAUSES, type ClauseRow, type ParameterType } from '../clauses.ts';
import type { DeviceClause, DeviceTrigger } from '../device.ts';
import { parseDuration } from '../duration.ts';
import type { ClauseSource, TriggerSource } from '../source/clause.ts';
import type { ConditionSource } from '../source/condition.ts';
import { compileCondition } from './compileCondition.ts';

/** How a configuration's names read on the device. */
export interface Naming {
  /** Gives each selector its index. */
  readonly intern: (selector: string) => number;
  /** What the device calls an event: it hears a mapped one under its new name only. */
  readonly event: (name: string) => string;
  /** The same, for the name of an event or of a signal. */
  readonly fact: (name: string) => string;
}

/** What is listened for by name. */
const RENAMED: Readonly<Partial<Record<ParameterType, string>>> = { signal: 'name', topic: 'name', state: 'name' };

/** Durations to milliseconds, selectors to indexes, presets filled in; a signal's `id` becomes the clause's `name`. What ends a run is said in full. */
export function compileClause(source: ClauseSource, naming: Naming): DeviceClause {
  const { intern, event, fact } = naming;
  const row = (CLAUSES as readonly ClauseRow[]).find(({ kind }) => kind === source.on) as ClauseRow;
  const out: Record<string, unknown> = { on: source.on };
  for (const { name, type, preset } of row.parameters) {
    const value = (source as unknown as Record<string, unknown>)[name] ?? preset;
    if (value === undefined) continue;
    if (type === 'duration') out[name] = parseDuration(value);
    else if (type === 'target') out[name] = intern(value as string);
    else if (type === 'condition') out[name] = compileCondition(value as ConditionSource);
    else if (type === 'event') out[name] = event(value as string);
    else if (type === 'names') out[name] = (value as readonly string[]).map(fact);
    else if (type === 'clauses') out[name] = (value as readonly ClauseSource[]).map((step) => compileClause(step, naming));
    else out[RENAMED[type] ?? (name === 'to' ? 'page' : name)] = value;
  }
  if (source.on === 'form_error') out['resetOn'] = [`form_success${out['target'] ?? ''}`];
  else if (source.on === 'dwell' && out['consecutive']) out['resetOn'] = [''];
  return out as unknown as DeviceClause;
}

/** The clauses of a trigger; `within` to milliseconds. */
export function compileTrigger(source: TriggerSource, naming: Naming): DeviceTrigger {
  const mode = source.any ? 'any' : 'all';
  const clauses = (source[mode] ?? []).map((clause) => compileClause(clause, naming));
  const within = parseDuration(source.within);
  return { mode, clauses, ...(within !== undefined && { within }) };
}
