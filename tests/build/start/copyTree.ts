import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listFiles, ROOT } from '../listFiles.ts';

/** What the build writes that is served. */
const BUILT = ['packages/sdk/dist', 'packages/collector/assets', 'examples/saas/dist'];

/**
 * The repository in a folder of its own: no data, the installed packages lent. What was built just now is brought along;
 * building there again takes longer than everything else, so its build only writes down (`built`) that it was asked for.
 */
export function copyTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'tactful-start-'));
  for (const file of listFiles()) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    cpSync(join(ROOT, file), join(tree, file));
  }
  for (const folder of BUILT) cpSync(join(ROOT, folder), join(tree, folder), { recursive: true });
  const manifest = join(tree, 'package.json');
  const { scripts, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify({ ...rest, scripts: { ...scripts, build: `node -e "fs.appendFileSync('built', 'once ')"` } }));
  const modules = join(tree, 'node_modules');
  mkdirSync(join(modules, '@tactful'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@tactful' && !name.startsWith('.vite')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  // Our own are the copies.
  for (const name of readdirSync(join(tree, 'packages'))) symlinkSync(join(tree, 'packages', name), join(modules, '@tactful', name));
  return tree;
}
