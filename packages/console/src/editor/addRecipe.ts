type Json = Readonly<Record<string, unknown>>;
interface Page { readonly id: string; readonly type?: string }

const LISTS = ['signals'] as const;
const RECORDS = ['groups', 'offers', 'events', 'features'] as const;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = <T>(source: Json, name: string): readonly T[] => Array.isArray(source[name]) ? source[name] as readonly T[] : [];

/** A configuration with a recipe's campaign in it, and the name it goes by there. */
export interface Added { readonly source: Json; readonly id: string }

/**
 * Adds a recipe's campaign, as a draft, with what it needs: pages, groups, offers, signals that the site has none of by that name.
 * What the site has stays as it is; where it names a page of the recipe's type, the campaign speaks of that one.
 * Nothing where `source` is no configuration.
 */
export function addRecipe(source: unknown, recipe: Json): Added | undefined {
  const [wanted] = listOf<Json & { readonly id: string }>(recipe, 'campaigns');
  if (!isObject(source) || !wanted) return undefined;
  const have = listOf<Page>(source, 'pages');
  const known = (page: Page): Page | undefined => have.find(({ id }) => id === page.id) ?? have.find(({ type }) => type !== undefined && type === page.type);
  const pages = listOf<Page>(recipe, 'pages');
  const called = new Map(pages.map(page => [page.id, known(page)?.id ?? page.id]));
  const added: Record<string, unknown> = { ...source };
  const missing = pages.filter(page => !known(page));
  if (missing.length > 0) added['pages'] = [...have, ...missing];
  for (const name of LISTS) {
    const mine = listOf<{ readonly id: string }>(source, name);
    const theirs = listOf<{ readonly id: string }>(recipe, name).filter(({ id }) => !mine.some(one => one.id === id));
    if (theirs.length > 0) added[name] = [...mine, ...theirs];
  }
  for (const name of RECORDS) if (isObject(recipe[name])) added[name] = { ...recipe[name], ...(source[name] as Json | undefined) };
  const campaigns = listOf<{ readonly id?: unknown }>(source, 'campaigns');
  const id = freeName(wanted.id, campaigns);
  added['campaigns'] = [...campaigns, { ...rename(wanted, called) as Json, id, status: 'draft' }];
  return { source: added, id };
}

function freeName(id: string, campaigns: readonly { readonly id?: unknown }[]): string {
  const taken = new Set(campaigns.map(campaign => campaign?.id));
  for (let n = 1; ; n++) {
    const name = n === 1 ? id : `${id}-${n}`;
    if (!taken.has(name)) return name;
  }
}

function rename(value: unknown, called: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map(item => rename(item, called));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'page' && typeof item === 'string' ? called.get(item) ?? item : rename(item, called)]));
}
