/** Loaded before commands that need the installed packages (`node --import`): on a fresh clone it says what to run first, where they would show a stack. */
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../../node_modules/.package-lock.json', import.meta.url))) {
  console.error('The packages are not installed yet. Run npm start (it sets up and serves everything) or npm run setup first.');
  process.exit(2);
}
