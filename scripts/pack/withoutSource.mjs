/**
 * Runs around `npm pack` and `npm publish` of the SDK. `before` takes the condition `source` and the workspace's own packages
 * out of package.json, as the tarball holds built files alone, and adds the license; `after` puts everything back.
 */
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const KEPT = 'package.json.kept';

if (process.argv[2] === 'before') {
  const text = readFileSync('package.json', 'utf8');
  const manifest = JSON.parse(text);
  for (const entry of Object.values(manifest.exports)) delete entry.source;
  delete manifest.devDependencies;
  delete manifest.scripts;
  writeFileSync(KEPT, text);
  copyFileSync('../../LICENSE', 'LICENSE');
  writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
} else {
  if (existsSync(KEPT)) renameSync(KEPT, 'package.json');
  rmSync('LICENSE', { force: true });
}
