import type { StartFigures } from '../measure/summarizeStart.ts';
import { write } from './tableLines.ts';

const KIB = 1_024;

/** What each subject's first load costs. @param versions by the subject's name */
export function startTable(title: string, figures: ReadonlyMap<string, StartFigures>, versions: ReadonlyMap<string, string>): string[][] {
  const head = [title, 'version', 'gzip B', 'requests', 'script ms', 'thread ms', 'blocking ms', 'heap KB'];
  return [head, ...[...figures].map(([name, { scriptBytes, requests, scriptMs, taskMs, blockingMs, heapBytes }]) => [
    name, versions.get(name) ?? '', write(scriptBytes), write(requests), write(scriptMs, 1), write(taskMs, 1), write(blockingMs), write(heapBytes / KIB),
  ])];
}
