import { readArguments } from '../../scripts/cli/readArguments.mjs';
import { readCount } from '../../scripts/cli/readCount.mjs';

const USAGE = `npm run bench [-- --quick] [--runs 15] [--pairs 50] [--sessions 3] [--events 20000] [--only NAME] [--json FILE]
  --quick     few rounds of everything: whether it runs, not what it costs
  --runs      first loads of each subject, 1 to 200
  --pairs     first loads of the empty page with and without Tactful, for the bound of blocking time, 2 to 500
  --sessions  sessions of each subject in one load, 1 to 20
  --events    single input events that are timed, at least, 1 to 1000000
  --only      peers whose name holds this, beside ours and no SDK; may be repeated
  --json      writes every figure into this file, too`;

/** How much is measured. */
export interface Plan {
  /** First loads of each subject. */
  readonly runs: number;
  /** Pairs of first loads, Tactful and the empty page. */
  readonly pairs: number;
  /** Sessions in one load, of each subject. */
  readonly sessions: number;
  /** Input events that are timed one by one, at least. */
  readonly events: number;
  readonly only: readonly string[];
  readonly json: string | undefined;
}

const FULL = { runs: 15, pairs: 50, sessions: 3, events: 20_000 };
const QUICK = { runs: 2, pairs: 2, sessions: 1, events: 400 };
const LEAST = { runs: 1, pairs: 2, sessions: 1, events: 1 } as const;
const MOST = { runs: 200, pairs: 500, sessions: 20, events: 1_000_000 } as const;

export function readPlan(): Plan {
  const { values } = readArguments({
    usage: USAGE, most: 0,
    options: {
      quick: { type: 'boolean' }, only: { type: 'string', multiple: true }, json: { type: 'string' },
      ...Object.fromEntries(Object.keys(MOST).map((name) => [name, { type: 'string' as const }])),
    },
  }) as { values: { quick?: boolean; only?: string[]; json?: string } & Partial<Record<keyof typeof MOST, string>> };
  const plan = values.quick ? QUICK : FULL;
  const count = (name: keyof typeof MOST): number => (values[name] === undefined ? plan[name] : readCount(values[name], { name: `--${name}`, least: LEAST[name], most: MOST[name] }));
  try {
    return { runs: count('runs'), pairs: count('pairs'), sessions: count('sessions'), events: count('events'), only: values.only ?? [], json: values.json };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return process.exit(2);
  }
}
