import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** The page's files and their budgets in bytes after `gzip -9`; null: no budget of its own. */
export const BUDGETS = {
  'tactful.js': 10_240,
  'tactful-ship.js': null,
  'tactful-domain.js': null,
  'tactful-act.js': null,
  'tactful-sense.js': null,
  'tactful-shop.js': null,
  'tactful-consent.js': null,
  'tactful-user.js': null,
  'tactful-pixel.js': null,
  'tactful-widget.js': 12_288,
  'tactful-talk.js': null,
  'tactful-survey.js': null,
  'tactful-data.js': null,
  'tactful-helped.js': null,
  'tactful-debug.js': null,
  'tactful.mjs': null,
  'tactful-ship.mjs': null,
  'tactful-domain.mjs': null,
  'tactful-act.mjs': null,
  'tactful-sense.mjs': null,
  'tactful-shop.mjs': null,
  'tactful-consent.mjs': null,
  'tactful-user.mjs': null,
  'tactful-pixel.mjs': null,
  'tactful-widget.mjs': null,
  'tactful-talk.mjs': null,
  'tactful-survey.mjs': null,
  'tactful-data.mjs': null,
  'tactful-helped.mjs': null,
  'tactful-debug.mjs': null,
  'tactful-engine.mjs': null,
};

/** What pages load together, and the budgets of that: a shop’s page with every recipe while no message is due, what a message draws itself with, and all but the widget, without and with what asks managers for consent and the integrator’s panel. */
export const SUMS = {
  'a shop’s page at rest': { files: ['tactful.js', 'tactful-ship.js', 'tactful-shop.js', 'tactful-sense.js'], budget: 12_288 },
  'widget + talk': { files: ['tactful-widget.js', 'tactful-talk.js'], budget: 12_288 },
  'widget + survey': { files: ['tactful-widget.js', 'tactful-survey.js'], budget: 12_288 },
  'all but the widget': { files: ['tactful.js', 'tactful-ship.js', 'tactful-shop.js', 'tactful-sense.js', 'tactful-act.js'], budget: 16_384 },
  'and consent, debug': { files: ['tactful.js', 'tactful-ship.js', 'tactful-shop.js', 'tactful-sense.js', 'tactful-act.js', 'tactful-consent.js', 'tactful-debug.js'], budget: 16_384 },
};

/** What does not hold its budget yet, with what it weighs: it may not grow. An entry goes once it fits. */
export const NOT_YET = { 'a shop’s page at rest': 30_874, 'all but the widget': 40_753, 'and consent, debug': 50_249 };

const DIST = new URL('../../packages/sdk/dist/', import.meta.url);

/** Exact sizes of the built files: `[{ file, bytes, gzip, budget }]`; a file that is not built is left out. */
export function measureSizes() {
  const sizes = Object.entries(BUDGETS)
    .filter(([file]) => existsSync(new URL(file, DIST)))
    .map(([file, budget]) => {
      const bytes = readFileSync(new URL(file, DIST));
      return { file, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, budget };
    });
  const total = (files, field) => sizes.reduce((sum, size) => sum + (files.includes(size.file) ? size[field] : 0), 0);
  return [...sizes, ...Object.entries(SUMS).map(([file, { files, budget }]) => ({ file, bytes: total(files, 'bytes'), gzip: total(files, 'gzip'), budget }))];
}
