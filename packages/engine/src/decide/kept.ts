/** Impressions kept per scope of caps: no cap per session or window is greater. */
export const KEPT = 50;
