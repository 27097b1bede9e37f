import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { expect, it } from 'vitest';
import { ROOT } from './listFiles.ts';

const DIST = `${ROOT}packages/sdk/dist/`;
const ASSETS = `${ROOT}packages/collector/assets/`;
const read = (file: string): string => readFileSync(DIST + file, 'utf8');
const PAGE = [['tactful.js', 'script'], ['tactful-ship.js', 'module'], ['tactful-domain.js', 'module'], ['tactful-act.js', 'module'], ['tactful-widget.js', 'module'], ['tactful-talk.js', 'module'], ['tactful-survey.js', 'module'], ['tactful-data.js', 'module'], ['tactful-helped.js', 'module'], ['tactful-debug.js', 'module'], ['tactful-sense.js', 'module'], ['tactful-shop.js', 'module'], ['tactful-consent.js', 'module'], ['tactful-user.js', 'module'], ['tactful-pixel.js', 'module'],
  ['tactful.mjs', 'module'], ['tactful-ship.mjs', 'module'], ['tactful-domain.mjs', 'module'], ['tactful-act.mjs', 'module'], ['tactful-widget.mjs', 'module'], ['tactful-talk.mjs', 'module'], ['tactful-survey.mjs', 'module'], ['tactful-data.mjs', 'module'], ['tactful-helped.mjs', 'module'], ['tactful-debug.mjs', 'module'], ['tactful-sense.mjs', 'module'], ['tactful-shop.mjs', 'module'], ['tactful-consent.mjs', 'module'], ['tactful-user.mjs', 'module'], ['tactful-pixel.mjs', 'module'], ['tactful-engine.mjs', 'module']] as const;
/** ES2019 and `import()`, which every browser of the floor has; acorn knows it from 2020 on, so what else came then is looked for by name. */
const NEWER = new Set(['ChainExpression', 'BigIntLiteral', 'ImportMeta', 'PrivateIdentifier', 'PropertyDefinition', 'StaticBlock']);

interface Node { readonly type: string; readonly operator?: string; readonly optional?: boolean; readonly await?: boolean; readonly bigint?: string }

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) return value.forEach((one) => visit(one, see));
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && typeof value.type === 'string') see(value as Node);
  Object.values(value).forEach((one) => visit(one, see));
}

it.each(PAGE)('writes %s in ES2019 syntax', (file, sourceType) => {
  const found: string[] = [];
  visit(parse(read(file), { ecmaVersion: 2020, sourceType }), (node) => {
    if (NEWER.has(node.type) || node.bigint !== undefined || node.operator === '??' || node.optional) found.push(node.type + (node.operator ?? ''));
  });
  expect(found).toEqual([]);
});

it.each(PAGE)('keeps what breaks a strict page out of %s', (file) => {
  expect(read(file).match(/\.(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function|sendBeacon|["'](before)?unload["']|new RegExp\(/g)).toBeNull();
});

it('leaves one name on the page', () => {
  const names: string[] = [];
  visit(parse(read('tactful.js'), { ecmaVersion: 2020, sourceType: 'script' }).body, () => undefined);
  for (const statement of parse(read('tactful.js'), { ecmaVersion: 2020, sourceType: 'script' }).body) names.push(statement.type);
  // One expression that is called at once: nothing is declared at the script's top level.
  expect(names.filter((type) => type !== 'ExpressionStatement')).toEqual([]);
});

it('imports its other files from beside it by npm, and from its own version by the tag', () => {
  expect(read('tactful.mjs').match(/import\("[^"]+"\)/g)).toEqual(['import("./tactful-ship.mjs")', 'import("./tactful-domain.mjs")', 'import("./tactful-act.mjs")', 'import("./tactful-widget.mjs")', 'import("./tactful-talk.mjs")', 'import("./tactful-survey.mjs")', 'import("./tactful-data.mjs")', 'import("./tactful-helped.mjs")', 'import("./tactful-sense.mjs")', 'import("./tactful-shop.mjs")', 'import("./tactful-consent.mjs")', 'import("./tactful-user.mjs")', 'import("./tactful-debug.mjs")']);
  expect(read('tactful-ship.mjs').match(/from\s*["']([^"']+)["']/g)).toEqual(['from"idb-keyval"']);
  for (const file of ['tactful.mjs', 'tactful-ship.js', 'tactful-act.js', 'tactful-act.mjs']) expect(read(file)).not.toMatch(/\bfrom\s*["']/);
  expect(read('tactful.js')).toMatch(/\/v\/\$\{\w+\}\/tactful-\$\{\w+\}\.js/);
  expect(read('tactful.js')).not.toMatch(/\bfrom\s*["']/);
});

it('serves the same bytes under the version, with their SRI hash', () => {
  const { version } = JSON.parse(readFileSync(`${ROOT}packages/sdk/package.json`, 'utf8')) as { version: string };
  const integrity = JSON.parse(readFileSync(`${ASSETS}v/${version}/integrity.json`, 'utf8')) as Record<string, string>;
  expect(Object.keys(integrity)).toEqual(['tactful.js', 'tactful-ship.js', 'tactful-domain.js', 'tactful-act.js', 'tactful-sense.js', 'tactful-shop.js', 'tactful-consent.js', 'tactful-user.js', 'tactful-pixel.js', 'tactful-widget.js', 'tactful-talk.js', 'tactful-survey.js', 'tactful-data.js', 'tactful-helped.js', 'tactful-debug.js']);
  for (const [file, hash] of Object.entries(integrity)) {
    const bytes = readFileSync(`${ASSETS}v/${version}/${file}`);
    expect(bytes.equals(readFileSync(DIST + file))).toBe(true);
    expect(hash).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`);
  }
  expect(readFileSync(`${ASSETS}tactful.js`).equals(readFileSync(`${DIST}tactful.js`))).toBe(true);
});
