import type { SessionFigures } from '../measure/summarizeSessions.ts';
import { write } from './tableLines.ts';

/** What the session adds with each subject. */
export function sessionTable(figures: ReadonlyMap<string, SessionFigures>): string[][] {
  const head = ['the session, above no SDK', 'thread ms', 'script ms', 'heap KB', 'requests up', 'bytes up', 'in 12 loads: requests', 'bytes'];
  return [head, ...[...figures].map(([name, { taskMs, scriptMs, heapBytes, requests, bytesUp, loads }]) => [
    name, write(taskMs), write(scriptMs), write(heapBytes / 1_024), write(requests), write(bytesUp), write(loads.requests), write(loads.bytesUp),
  ])];
}
