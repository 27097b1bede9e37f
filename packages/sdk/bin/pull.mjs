import { pullConfig } from './pullConfig.mjs';
import { pullFiles } from './pullFiles.mjs';
import { writeAll } from './writeAll.mjs';

/** `tactful pull`: everything is fetched and checked before anything is written, and all is written or nothing. @returns lines for people */
export async function pull(values) {
  const parts = await Promise.all([pullConfig(values), ...(values.files ? [pullFiles(values)] : [])]);
  await writeAll(parts.flatMap(({ files }) => files));
  return parts.flatMap(({ lines }) => lines);
}
