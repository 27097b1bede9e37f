/** One entry of Chromium's trace; times in µs, `tdur` those of the thread's own clock. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string; readonly url?: string } };
}

/** What a traced session tells of a subject. */
export interface Traced {
  /** Time of each input event that was dispatched, listeners and their microtasks among it, by type: ms. */
  readonly events: Readonly<Record<string, readonly number[]>>;
  /** Layouts and style recalculations that ran inside a function, by the function's file. */
  readonly forced: Readonly<Record<string, number>>;
  /** Tasks of over 50 ms of which more than half went into functions of the subject's files. */
  readonly longTasks: number;
}

const INPUT = /^(pointer|mouse|key|touch)|^(click|dblclick|auxclick|wheel|scroll|scrollend|input|change|focusin|focusout|focus|blur)$/;
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree']);
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'v8.evaluateModule']);
const LONG_US = 50_000;

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
const fileOf = ({ args }: TraceEvent): string => args?.data?.url ?? '';

/** The thread on which most input was dispatched: the page's. */
function mainThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const counts = new Map<string, number>();
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  for (const event of events) if (event.name === 'EventDispatch') counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  const [main] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return events.filter((event) => event.ph === 'X' && threadOf(event) === main).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/**
 * Reads a trace.
 * @param isOurs whether a script's address is the subject's
 * @param slower how many times as long everything is taken to last
 */
export function readTrace(all: readonly TraceEvent[], isOurs: (url: string) => boolean, slower = 1): Traced {
  const events: Record<string, number[]> = {};
  const forced: Record<string, number> = {};
  const open: TraceEvent[] = [];
  let longTasks = 0, task: TraceEvent | undefined, ours = 0;
  const close = (): void => {
    if (task && (task.tdur ?? 0) * slower > LONG_US && ours > (task.tdur ?? 0) / 2) longTasks++;
  };
  for (const event of mainThread(all)) {
    while (open.length > 0 && endOf(open.at(-1)!) <= event.ts) open.pop();
    const within = (names: ReadonlySet<string>): TraceEvent | undefined => open.findLast(({ name }) => names.has(name));
    if (event.name === 'RunTask' && open.length === 0) {
      close();
      [task, ours] = [event, 0];
    } else if (event.name === 'EventDispatch') {
      const type = event.args?.data?.type ?? '';
      if (INPUT.test(type) && !open.some(({ name }) => name === 'EventDispatch')) (events[type] ??= []).push(((event.tdur ?? 0) * slower) / 1_000);
    } else if (LAYOUT.has(event.name)) {
      const script = within(SCRIPT);
      if (script && isOurs(fileOf(script))) forced[fileOf(script)] = (forced[fileOf(script)] ?? 0) + 1;
    } else if (SCRIPT.has(event.name) && isOurs(fileOf(event)) && !open.some((one) => SCRIPT.has(one.name) && isOurs(fileOf(one)))) ours += event.tdur ?? 0;
    open.push(event);
  }
  close();
  return { events, forced, longTasks };
}
