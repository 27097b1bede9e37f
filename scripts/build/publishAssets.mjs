import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';

/**
 * Lays out what the Worker serves: `/tactful.js` (short cache), `/v/<version>/*` (immutable, with its SRI hashes),
 * `/console/*` (with the recipes that its editor offers) and the Worker's own static files. Runs once, after the last bundle.
 */
export function publishAssets({ version, dist, assets }) {
  return {
    name: 'publish-assets',
    async writeBundle() {
      const versioned = `${assets}/v/${version}`;
      await mkdir(versioned, { recursive: true });
      for (const folder of [['packages/collector/static', assets], ['packages/console/static', `${assets}/console`], ['packages/protocol/recipes', `${assets}/console/recipes`]]) {
        await cp(folder[0], folder[1], { recursive: true });
      }
      const integrity = {};
      for (const file of ['tactful.js', 'tactful-ship.js', 'tactful-domain.js', 'tactful-act.js', 'tactful-sense.js', 'tactful-shop.js', 'tactful-consent.js', 'tactful-user.js', 'tactful-pixel.js', 'tactful-widget.js', 'tactful-talk.js', 'tactful-survey.js', 'tactful-data.js', 'tactful-debug.js']) {
        const bytes = await readFile(`${dist}/${file}`);
        integrity[file] = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
        await writeFile(`${versioned}/${file}`, bytes);
      }
      await cp(`${dist}/tactful.js`, `${assets}/tactful.js`);
      await writeFile(`${versioned}/integrity.json`, `${JSON.stringify(integrity, null, 2)}\n`);
    },
  };
}
