import { pullConfig } from './pullConfig.mjs';
import { pullFiles } from './pullFiles.mjs';

/** `tactful pull`: everything is fetched and checked before anything is written. @returns lines for people */
export async function pull(values) {
  const parts = await Promise.all([pullConfig(values), ...(values.files ? [pullFiles(values)] : [])]);
  for (const { write } of parts) await write();
  return parts.flatMap(({ lines }) => lines);
}
