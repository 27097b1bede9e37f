/** Impressions kept per scope of caps; a greater cap per session or window counts as this one. */
export const KEPT = 50;
