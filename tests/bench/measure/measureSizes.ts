import { gzipSync } from 'node:zlib';
import { measureSizes as measureFiles } from '../../../scripts/build/measureSizes.mjs';
import type { Figures } from '../report/judgeBudgets.ts';
import { deviceConfigOf, everyRecipe } from '../subjects/tactful.ts';

/** What our files weigh, and a configuration on the wire; the sums are those that `npm run sizes` prints. */
export function measureSizes(): Figures['sizes'] {
  const files = new Map(measureFiles().map(({ file, gzip }) => [file, gzip]));
  return {
    core: files.get('tactful.js')!, allButWidget: files.get('and consent, debug')!, widget: files.get('tactful-widget.js')!,
    config: gzipSync(JSON.stringify(deviceConfigOf(everyRecipe())), { level: 9 }).length,
  };
}
