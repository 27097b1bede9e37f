import { readdirSync, readFileSync } from 'node:fs';
import { compile, localize, parseConfig, type ConfigSource, type DeviceConfig } from '@tactful/protocol';
import { json, type Answer, type Subject } from './Subject.ts';

const ROOT = new URL('../../../', import.meta.url);
const DIST = new URL('packages/sdk/dist/', ROOT);
const RECIPES = 'packages/protocol/recipes/';

const read = (path: string): ConfigSource => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as ConfigSource;
const demo = (): ConfigSource => read('examples/shop/tactful.json');

/** The demo shop's file with the campaign of every recipe that it does not hold already. */
export function everyRecipe(): ConfigSource {
  return readdirSync(new URL(RECIPES, ROOT)).map((file) => read(RECIPES + file)).reduce((all, { campaigns = [], groups, offers }) => {
    const own = new Set(all.campaigns?.map(({ id }) => id));
    return {
      ...all, groups: { ...groups, ...all.groups }, offers: { ...offers, ...all.offers },
      campaigns: [...(all.campaigns ?? []), ...campaigns.filter(({ id }) => !own.has(id))],
    };
  }, demo());
}

/** As the collector serves it in one language. */
export function deviceConfigOf(source: ConfigSource): DeviceConfig {
  const parsed = parseConfig(source);
  if (!parsed.ok) throw new Error(`The configuration is refused: ${JSON.stringify(parsed)}`);
  return localize(compile(parsed.value, { siteId: 'demo', salt: 'bench' }), 'en');
}

/** The built files, in the folder of their version as the collector has them. */
async function builtFiles(): Promise<Record<string, string>> {
  const { version } = JSON.parse(readFileSync(new URL('packages/sdk/package.json', ROOT), 'utf8')) as { version: string };
  const names = readdirSync(DIST).filter((file) => /^tactful.*\.js$/.test(file));
  return Object.fromEntries(names.map((file) => [file === 'tactful.js' ? '/tactful.js' : `/v/${version}/${file}`, readFileSync(new URL(file, DIST), 'utf8')]));
}

/** What the collector answers, in its words. */
function answerAs(config: DeviceConfig, path: string): Answer | undefined {
  if (path === '/v1/config') return json(config, 'public, max-age=15, stale-if-error=86400');
  if (path === '/v1/summaries') return { status: 202, body: JSON.stringify({ accepted: 1, rejected: [], superseded: [], config: config.version }) };
  if (path.endsWith('/claims')) return json({ code: 'CODE-1234' });
  return undefined;
}

interface Variant extends Pick<Subject, 'name' | 'duty' | 'above'> {
  readonly source: () => ConfigSource;
  /** HTML before the tag. */
  readonly before?: (config: DeviceConfig) => string;
}

/** Tactful by its script tag, with consent. */
export function tactfulWith({ name, duty, source, before = () => '', above }: Variant): Subject {
  const config = deviceConfigOf(source());
  return {
    name, duty, files: builtFiles, ...(above ? { above } : {}),
    head: (at) => `${before(config)}<script async crossorigin="anonymous" referrerpolicy="no-referrer" src="${at}/tactful.js" data-key="pk_demo" data-consent="granted"></script>`,
    answer: ({ path }) => answerAs(config, path),
  };
}

export const tactful = tactfulWith({ name: 'Tactful', duty: 'script tag, every recipe and GA4 live, consent granted', source: everyRecipe });
export const tactfulDemo = tactfulWith({ name: 'Tactful, demo shop', duty: "the demo shop's own three campaigns", source: demo });
export const tactfulInline = tactfulWith({
  name: 'Tactful, inline', duty: 'every recipe, its configuration in the page', source: everyRecipe,
  before: (config) => `<script>tactfulConfig={config:${JSON.stringify(config).replaceAll('<', '\\u003c')}}</script>`,
});
export const tactfulWoo = tactfulWith({
  name: 'Tactful, WooCommerce', duty: 'every recipe, on a page of that shop platform', source: everyRecipe,
  before: () => "<script>document.addEventListener('DOMContentLoaded',()=>{document.body.className='woocommerce woocommerce-page'})</script>",
});
