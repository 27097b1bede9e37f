/**
 * Why something is missing from a summary: the names that its `loss` may hold; what each counts says `LOSS_MEANINGS`. A closed list; the edge
 * adds counts under any other name to `unknown`.
 */
export const LOSSES = [
  'attributes',
  'carried',
  'draw',
  'early',
  'erase',
  'error',
  'exposures',
  'goals',
  'outbox',
  'pages',
  'refused',
  'storage',
  'summary',
  'trimmed',
  'unknown',
] as const;
export type LossReason = (typeof LOSSES)[number];
