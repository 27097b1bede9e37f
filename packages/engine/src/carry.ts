import { LIMITS } from '@tactful/protocol';
import type { Core } from './core.ts';
import type { Clause, Opportunity } from './decide/clause.ts';
import type { Carried } from './engine.ts';
import { fit } from './summarize/fit.ts';

/** Infinity is not JSON. */
const ENDED = -1;

const rest = ({ due, stamp, at, rows }: Clause): unknown[] => [due == Infinity ? ENDED : due, stamp, at || 0, rows];

/** The memory as plain data. Per campaign: id, version, its opportunity, its clauses, as far as they have something to tell. */
export function carry(core: Core): Carried {
  const { state, tally, caps, campaigns, options } = core;
  const runs: unknown[] = [];
  for (const id in campaigns) {
    const { spec, clauses, open } = campaigns[id]!;
    if (open || clauses.some(({ due, stamp, at, rows }) => due || stamp >= 0 || at || Object.keys(rows).length)) {
      const { at, until, fired, late } = open || {} as Opportunity;
      runs.push([id, spec.version, open ? [at, until, late, ...fired.map((one) => clauses.indexOf(one))] : 0, ...clauses.map(rest)]);
    }
  }
  const { scopes, ...others } = caps;
  return fit({
    ...others, ...state, ...tally, v: 1, session: options.session, runs,
    scopes: Object.fromEntries(Object.keys(scopes).map((key) => {
      const { shown, lifetime, waitUntil } = scopes[key]!;
      return [key, [lifetime, waitUntil, ...shown.map((one) => [one[0], one[1] == options.session ? 1 : 0])]];
    })),
  }, ['runs', 'scopes', 'arms', 'gates', 'attributes', 'pages', 'signals', 'exposures', 'goals', 'snapshots', 'steps'], LIMITS.carriedBytes) as unknown as Carried;
}
