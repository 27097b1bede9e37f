/** How much of something is taken. */
export interface Quota {
  /** So many within `seconds`. */
  readonly allowed: number;
  readonly seconds: number;
  /** What is counted. */
  readonly means: string;
}

/**
 * Every quota of the edge's open routes; what is over one is answered `too_many_requests` with `Retry-After` in seconds. An address prefix is
 * a network, /24 of IPv4 and /48 of IPv6; it is kept nowhere but as a keyed hash. The first two are counted in a Worker's memory: `allowed` at once, and
 * as many again spread evenly over `seconds`; of many instances each has its own. The others are counted durably, once for a site.
 */
export const QUOTAS = {
  key: { allowed: 2_500, seconds: 10, means: 'Requests with one site key to one route.' },
  prefix: { allowed: 1_000, seconds: 10, means: 'Requests of one address prefix to any route, but those of staff.' },
  desk: { allowed: 120, seconds: 60, means: 'New requests to a person, of one site.' },
  deskPrefix: { allowed: 20, seconds: 60, means: 'New requests to a person, of one address prefix to one site.' },
  deskPrefixDay: { allowed: 200, seconds: 86_400, means: 'The same, in a day.' },
} as const satisfies Record<string, Quota>;
