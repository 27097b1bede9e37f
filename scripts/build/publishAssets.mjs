import { cp, mkdir, readFile } from 'node:fs/promises';
import { writeVersion } from './writeVersion.mjs';

const FILES = ['tactful.js', 'tactful-ship.js', 'tactful-domain.js', 'tactful-act.js', 'tactful-sense.js', 'tactful-shop.js', 'tactful-consent.js', 'tactful-user.js', 'tactful-pixel.js', 'tactful-widget.js', 'tactful-talk.js', 'tactful-survey.js', 'tactful-data.js', 'tactful-helped.js', 'tactful-debug.js'];

/**
 * Lays out what the Worker serves: `/tactful.js` (short cache), `/v/<version>/*` (immutable, with its SRI hashes),
 * `/console/*` (with the recipes that its editor offers) and the Worker's own static files. Runs once, after the last bundle.
 * Releases of before come with a deployment (`layReleases`).
 */
export function publishAssets({ version, dist, assets }) {
  return {
    name: 'publish-assets',
    async writeBundle() {
      await mkdir(assets, { recursive: true });
      for (const folder of [['packages/collector/static', assets], ['packages/console/static', `${assets}/console`], ['packages/protocol/recipes', `${assets}/console/recipes`]]) {
        await cp(folder[0], folder[1], { recursive: true });
      }
      await writeVersion({ assets, version, files: await Promise.all(FILES.map(async (file) => [file, await readFile(`${dist}/${file}`)])) });
      await cp(`${dist}/tactful.js`, `${assets}/tactful.js`);
    },
  };
}
