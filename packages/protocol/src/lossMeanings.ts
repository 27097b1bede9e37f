import type { LossReason } from './losses.ts';

/** What each loss of a summary counts, for the reference and the console. */
export const LOSS_MEANINGS: Readonly<Record<LossReason, string>> = {
  attributes: 'attributes beyond the bounds',
  carried: 'times the state could not be carried from page to page',
  draw: 'messages that could not be drawn',
  early: 'facts that came before the engine was there, or stood in a queue of the page as it was found, beyond those kept',
  erase: 'erasures that the collector did not make; the device kept all, for another try',
  error: 'errors of Tactful itself, kept from the page',
  exposures: 'exposures beyond the limit',
  goals: 'goals beyond the limit',
  outbox: 'summaries that the outbox had no room for',
  pages: 'views of pages beyond the limit',
  refused: 'summaries that the collector refused',
  storage: 'times the browser’s storage could not be used',
  summary: 'parts of a summary that were emptied to make it fit',
  trimmed: 'entries that went to make the summary fit',
  unknown: 'entries under names that no published configuration of the site has, left out by the edge',
};
