/**
 * What the console and the CLI read and write under `/v1/admin`. One interface per answer; lists are plain arrays:
 * `GET sites/:id/campaigns` → `CampaignReport[]`, `…/sessions` → `SessionRow[]` (newest first), `…/offers` → `OfferReport[]`,
 * `…/requests` → `RequestRow[]` (newest first; `?after=ID&limit=N` turns the page, `?status=open` keeps those), `…/config/versions` → `ConfigVersion[]` (newest first).
 * `POST login` and `GET me` → `StaffSession`. `GET …/config` takes `?version=N` for an earlier one.
 * Whatever publishes (`PUT …/config` with the source as body, `If-Match: <etag>` and `?note=`; rollback; pause; resume) → the new `ConfigDocument`.
 * `GET …/staff` → `SiteMember[]` (by e-mail); `PUT …/staff/:email` → the `SiteMember` as it now stands. `GET …/audit` → `AuditEntry[]` (newest first).
 * `POST requests/:id/answer` → the `RequestRow` as it now stands.
 */
import type { SharedSummary } from './asked.ts';
import type { MessageKind } from './device.ts';
import type { DeviceModel } from './model/DeviceModel.ts';
import type { Exposure, Summary } from './summary.ts';
import type { Role } from './roles.ts';
import type { EpochMs, Probability } from './units.ts';
import type { PublishWarning } from './source/warningsOf.ts';

/** Who is signed in, and the sites that they may see. */
export interface StaffSession { readonly email: string; readonly sites: readonly StaffSite[] }

/** A site that the person may see. */
export interface StaffSite {
  readonly id: string;
  readonly name: string;
  /** What the person is to it. */
  readonly role: Role;
  /** Public site key, for the snippet. */
  readonly key?: string;
  /** ISO 4217, of the published configuration: the currency of every sum in the reports. */
  readonly currency?: string;
}

/** Somebody who may work on a site. */
export interface SiteMember { readonly email: string; readonly role: Role }

/** One change: when, by whom (`deploy`: the deploy token), as what at that time, on which site (null: on none), what, and in a few words without secrets which. */
export interface AuditEntry { readonly at: EpochMs; readonly by: string; readonly role: Role | 'deploy' | ''; readonly site: string | null; readonly action: string; readonly detail: string }

/** `POST …/campaigns/:campaign/preview`: opens `<page>?tactful_preview=<token>` on one of the site's origins until `expiresAt`. */
export interface PreviewTicket { readonly token: string; readonly expiresAt: EpochMs; readonly origins: readonly string[] }

/** `GET, PUT …/retention`: for how many days the rows of sessions and requests are kept. */
export interface Retention { readonly days: number }

/** Why a site shows no summaries, or that all is well. */
export type Installation = 'nothing_yet' | 'consent_unanswered' | 'installed';

/** `GET /v1/admin/sites/:id/overview`. */
export interface Overview {
  readonly installation: Installation;
  readonly now: EpochMs;
  /** In each of the last 5 minutes, oldest first: summaries received, automated ones too, and (`exposures`) messages seen, by no bots. */
  readonly minutes: readonly { readonly at: EpochMs; readonly summaries: number; readonly exposures: number }[];
  /**
   * `bots`: sessions taken as automated, which no other figure of today counts, nor any campaign's. `exposures`: messages seen. `purchases`: of the goals; `unvalued`: of
   * those, told without a value, and `otherCurrency`: in another than the site's.
   */
  readonly today: {
    readonly bots: number; readonly sessions: number; readonly visitors: number; readonly exposures: number; readonly goals: number;
    readonly purchases: number; readonly unvalued: number; readonly otherCurrency: number; readonly configLoads: number;
  };
  readonly signals: readonly { readonly id: string; readonly count: number; readonly sessions: number }[];
  /** Pages by their id, or their type where none is named, in the latest sessions; the most viewed first. */
  readonly pages: readonly { readonly id: string; readonly views: number; readonly sessions: number }[];
  readonly recent: readonly SessionRow[];
}

/** One session in a list. `at`: last heard of. `bot`: taken as automated, and left out of all figures. `exposures`: messages seen; a bot's are none. */
export interface SessionRow {
  readonly session: string; readonly at: EpochMs; readonly bot: boolean; readonly activeMs: number; readonly pages: number;
  readonly exposures: number; readonly goals: number; readonly device: string; readonly cartValue?: number; readonly currency?: string;
}

/**
 * `GET …/sessions/:session`: the merged summary, the parts it came from, each exposure's trace, and whether it was taken as automated. `model`: what was
 * learned of the model that scored it; null where nothing was, or it is kept no longer.
 */
export interface SessionDetail {
  readonly bot: boolean; readonly summary: Summary; readonly parts: readonly { readonly part: string; readonly seq: number }[]; readonly exposures: readonly Exposure[]; readonly model: DeviceModel | null;
}
/** The same as a shard has it. */
export type ShardSession = Omit<SessionDetail, 'model'>;

/** A mean of the treated minus that of control, with a 95 % interval that holds at every look, however often it is looked at. */
export interface Difference { readonly difference: number; readonly low: number; readonly high: number }

/** Why a campaign paused itself: its difference in value per visitor, or in conversions, was wholly below zero. */
export interface SelfPause extends Difference { readonly at: EpochMs; readonly measure: 'value' | 'conversion' }

/** One arm of one campaign. Left out of the comparison of values: `unvalued` visitors, with an order that told no value or one in another currency, and `extreme` ones. */
export interface ArmReport {
  readonly visitors: number; readonly impressions: number; readonly conversions: number; readonly value: number; readonly unvalued: number; readonly extreme: number;
}

/** `GET …/campaigns`. Money is in the site's currency. */
export interface CampaignReport {
  readonly id: string; readonly name: string; readonly status: 'draft' | 'shadow' | 'live' | 'paused'; readonly kind: MessageKind; readonly version: number;
  readonly treatment: ArmReport; readonly control: ArmReport;
  /** The value of one visitor from which it is extreme beside the others', in both arms; absent while buyers are too few to tell. */
  readonly extremeFrom?: number;
  /** What would have been shown while the campaign ran in shadow. */
  readonly shadow?: ArmReport;
  /** Visitors who met both arms: left out of lift. */
  readonly mixed: number;
  /**
   * Whether the groups are of the size that they were drawn in: `wanted`, control's share as published, of those visitors whose draw is known, and `met`, its share of all: the others are held against the same. `mismatch`: chance alone would
   * do that in fewer than one of a thousand campaigns, so no difference can be trusted. Null where of no visitor it is known: there is none, or all came before shares were kept.
   */
  readonly draw: { readonly wanted: Probability; readonly met: Probability; readonly mismatch: boolean } | null;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Messages upon which the visitor asked for no more suggestions. */
  readonly optOuts: number;
  /** Of the visitors who were shown it and asked whether it helped: who said yes, and who no. */
  readonly answers: { readonly helped: number; readonly unhelpful: number };
  /** Where it is paused because it paused itself: when, and what lay below zero. */
  readonly pausedItself?: SelfPause;
  /** Discount given by its offer's redemptions in the site's currency; absent where it names no offer. */
  readonly couponCost?: number;
  /** Value per visitor, and share of visitors who convert, adjusted for the cart that they had when they were first exposed; null while visitors are too few, or none differs from another. */
  readonly lift: { readonly value: Difference | null; readonly conversion: Difference | null };
  /** Visitors per arm that are wanted before `lift` is given. */
  readonly wanted: number;
  /** It has a threshold of `price_doubt` or `struggle`, of which `…/thresholds` says how it does. */
  readonly tuned: boolean;
  /** How often each gate stopped it. */
  readonly gates: Readonly<Record<string, number>>;
}

/** `GET …/config`: the source as published (or saved), with its ETag. `warnings`: only in the answer to a publication that has some. */
export interface ConfigDocument {
  readonly version: number; readonly etag: string; readonly at: EpochMs; readonly by: string; readonly source: unknown;
  readonly warnings?: readonly PublishWarning[];
}
/** One publication; `live` is the one that is served. */
export interface ConfigVersion { readonly version: number; readonly at: EpochMs; readonly by: string; readonly note: string; readonly live: boolean }

/** In how many sessions something happened, as far as their summaries tell; `atMost` is null where they leave it open: what needs an order, or a name that was not recorded. */
export interface BacktestBounds { readonly atLeast: number; readonly atMost: number | null }

/** One campaign over stored sessions: each clause of its trigger in order, the trigger, its conditions, and both together; caps, arms and schedule aside. */
export interface BacktestReport {
  readonly id: string; readonly clauses: readonly BacktestBounds[];
  readonly trigger: BacktestBounds; readonly conditions: BacktestBounds; readonly both: BacktestBounds;
}

/** `POST …/backtest`. `sessions`: looked at, the newest, by no bots; `since`: the oldest of them; `skipped`: recorded under a configuration that is no longer known. */
export interface Backtest { readonly sessions: number; readonly skipped: number; readonly since?: EpochMs; readonly campaigns: readonly BacktestReport[] }

/** Redemptions in one currency, and their sums in it. */
export interface CurrencySums { readonly currency: string; readonly redeemed: number; readonly value: number; readonly discount: number }

/**
 * `GET …/offers`. `claimed`: codes given; of a public offer, how often its code was given, as nobody is remembered for it.
 * `redeemed`: orders in whatever currency. `redeemedValue`: the orders' values as the shop told them, before the discount, in the
 * site's currency; those in others are in `otherCurrencies` alone. `taken`: what counts against the budget: codes given and not
 * run out unused, or, if public, orders. `held`: orders that hold a code and are not placed yet. `spent`: what was taken off, and what
 * is set aside for codes that are out, in the site's currency; against `spend`, where the offer has such a budget.
 */
export interface OfferReport {
  readonly id: string; readonly mode: 'public' | 'pool' | 'minted'; readonly budget: number; readonly claimed: number; readonly redeemed: number;
  readonly poolLeft?: number; readonly until?: EpochMs; readonly redeemedValue: number; readonly otherCurrencies: readonly CurrencySums[];
  readonly taken: number; readonly held: number; readonly spent: number; readonly spend?: number;
  readonly refusals: Readonly<Record<string, number>>;
}

/** `GET …/requests`: "talk to a person". */
export interface RequestRow {
  readonly id: string; readonly at: EpochMs; readonly name: string; readonly contact: string; readonly text: string; readonly locale: string;
  readonly campaign?: string; readonly status: 'open' | 'answered'; readonly answeredBy?: string; readonly answeredAt?: EpochMs;
  /** What the visitor agreed to share. */
  readonly shared?: SharedSummary;
}
/**
 * Body of `POST /v1/offers/:id/redemptions`. `value`: the order's goods before the discount; `discount`: what the code took off, counted as
 * the coupon's cost: the offer's `worth` where it is absent, and never more. Neither is below 0; `currency` is the site's where it is absent.
 * `hold`: the order is not placed yet: the code is kept for it for half an hour, and for no other.
 */
export interface RedemptionBody { readonly code: string; readonly orderId: string; readonly value?: number; readonly discount?: number; readonly currency?: string; readonly hold?: boolean }

/** `GET /v1/health`. */
export interface Health { readonly ok: true; readonly build: string; readonly schema: number; readonly bindings: Readonly<Record<string, boolean>>; readonly holdout?: Probability }
