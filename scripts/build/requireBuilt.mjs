import { existsSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

/** Ends the command with what to run first, where one of the built files that it reads (paths from the top) is not there. */
export function requireBuilt(files) {
  const missing = files.filter((file) => !existsSync(new URL(file, ROOT)));
  if (missing.length === 0) return;
  console.error(`Not built yet: ${missing.join(', ')}. Run npm run build (or npm start) first.`);
  process.exit(2);
}
