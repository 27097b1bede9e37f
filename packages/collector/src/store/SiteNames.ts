/** Names that devices of a site may speak of: those of the live configuration, and of earlier ones that may still be running. */
export interface SiteNames {
  readonly pages: readonly string[];
  readonly signals: readonly string[];
  /** Events that are goals. */
  readonly events: readonly string[];
  /** Campaigns that were live or in shadow, with their variants. */
  readonly campaigns: readonly (readonly [id: string, variants: readonly string[]])[];
}
