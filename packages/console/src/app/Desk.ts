import type { Role, StaffSite } from '@tactful/protocol';
import type { Api } from '../api/createApi.ts';
import type { Format } from '../format/createFormat.ts';

/** What every room is given: whom to ask, for which site, and how to print. */
export interface Desk {
  readonly api: Api;
  readonly site: StaffSite;
  /** Who is signed in. */
  readonly email: string;
  /** Whether their role on the site is at least this one. What it is not is left out, for the collector would refuse it. */
  readonly may: (least: Role) => boolean;
  readonly format: Format;
  /** BCP 47: for sums in another currency than the site's. */
  readonly locale: string;
  /** Puts a short notice on the screen and into the live region. */
  readonly say: (notice: string) => void;
}
