import { PAGE_TYPES, type Summary } from '@tactful/protocol';

/** Names under which a session was recorded: its configuration's. What a draft names anew, its summary has not. */
export interface Names {
  /** Page ids, and the type of each; empty where it was told on the page alone. */
  readonly pages: ReadonlyMap<string, string>;
  readonly signals: ReadonlySet<string>;
  /** Signals that count as progress on some page. */
  readonly progress: ReadonlySet<string>;
}

/** What a back-test reads of a summary. */
export type Facts = Pick<Summary, 'config' | 'model' | 'context' | 'activeMs' | 'pages' | 'counts' | 'signals' | 'cart' | 'features' | 'intents' | 'loss'>;

/** One tab of one session: what it shipped. Triggers and their counts are a tab's own. */
export interface Recorded {
  readonly summary: Facts;
  readonly names: Names;
}

/** A counter of it. */
export const countOf = ({ summary }: Recorded, name: string): number => summary.counts[name] ?? 0;

/**
 * Whether the row of a page may be another's: pages without a name are told by their type, and this one's name is a type that it has not.
 * Where name and type are the same, those without a name are taken for it.
 */
export const isShared = (id: string, { names }: Recorded): boolean => (PAGE_TYPES as readonly string[]).includes(id) && names.pages.has(id) && names.pages.get(id) !== id;

/** Whether a page of the session may be of another type than its row says: its name is another type's, or it was told on the page alone. */
export const ofAnyType = (recorded: Recorded): boolean => Object.keys(recorded.summary.pages).some((id) => recorded.names.pages.get(id) === '' || isShared(id, recorded));

/** The rows of pages that a clause means: an id, or `type:<page type>`; of whatever page where it names none. */
export function pagesOf({ summary, names }: Recorded, page: string | undefined): readonly Facts['pages'][string][] {
  return Object.entries(summary.pages)
    .filter(([id]) => page === undefined || id === page || `type:${names.pages.get(id) ?? id}` === page)
    .map(([, row]) => row);
}
