/**
 * Why something is missing from a summary: the names that its `loss` may hold, and what each counts. A closed list; the edge
 * adds counts under any other name to `unknown`.
 */
export const LOSSES = {
  attributes: { meaning: 'attributes beyond the bounds' },
  carried: { meaning: 'times the state could not be carried from page to page' },
  draw: { meaning: 'messages that could not be drawn' },
  early: { meaning: 'facts that came before the engine was there, beyond those kept' },
  erase: { meaning: 'erasures that the collector did not make; the device kept all, for another try' },
  error: { meaning: 'errors of Tactful itself, kept from the page' },
  exposures: { meaning: 'exposures beyond the limit' },
  goals: { meaning: 'goals beyond the limit' },
  outbox: { meaning: 'summaries that the outbox had no room for' },
  pages: { meaning: 'views of pages beyond the limit' },
  refused: { meaning: 'summaries that the collector refused' },
  storage: { meaning: 'times the browser’s storage could not be used' },
  summary: { meaning: 'parts of a summary that were emptied to make it fit' },
  trimmed: { meaning: 'entries that went to make the summary fit' },
  unknown: { meaning: 'entries under names that no published configuration of the site has, left out by the edge' },
} as const satisfies Record<string, { readonly meaning: string }>;
export type LossReason = keyof typeof LOSSES;
