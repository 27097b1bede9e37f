import type { ArmReport, Difference, RequestRow, Role, SessionRow } from '@tactful/protocol';
import { docs } from '#docs';
import type { AppContext } from '../AppEnv.ts';
import { deskStub } from '../desk/deskStub.ts';
import { readCampaigns } from '../report/readCampaigns.ts';
import { readOffers } from '../report/readOffers.ts';
import { readOverview } from '../report/readOverview.ts';
import { readSessions } from '../report/readSessions.ts';
import type { CsvRow } from './writeCsv.ts';

/** One table that can be taken away: for whom, what a row is, its columns, and its rows, page by page. */
export interface CsvTable {
  readonly who: Role;
  /** For the reference alone: as `#docs` is. */
  readonly row: string;
  readonly columns: readonly string[];
  readonly pages: (c: AppContext) => AsyncIterable<readonly CsvRow[]>;
}

const PAGE = 500, AUDITED = 10_000;
/** Times as spreadsheets and warehouses read them. */
const time = (at: number | undefined): string | undefined => (at === undefined ? undefined : new Date(at).toISOString());
const once = (read: (c: AppContext) => Promise<readonly CsvRow[]>): CsvTable['pages'] => async function* (c) { yield await read(c); };

/** @throws where the last request read is gone meanwhile: what follows it can't be told any more */
async function readRequests(c: AppContext, last: RequestRow | undefined): Promise<readonly RequestRow[]> {
  const rows = await deskStub(c.env, c.get('site').id).list({ limit: PAGE, ...(last === undefined ? {} : { after: last.id }) });
  if (!rows) throw new Error('requests changed while they were read');
  return rows;
}

/** Page after page until one is not full; `read` is given the last row of the page before. */
const paged = <T>(read: (c: AppContext, last: T | undefined) => Promise<readonly T[]>, write: (row: T) => CsvRow): CsvTable['pages'] => async function* (c) {
  let last: T | undefined;
  for (;;) {
    const rows = await read(c, last);
    yield rows.map(write);
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
};

const ARMS = ['treatment', 'control', 'shadow'] as const, OUTCOMES = ['none', 'ignore', 'dismiss', 'click', 'convert'] as const;
const difference = (of: Difference | null): CsvRow => [of?.difference, of?.low, of?.high];
const arm = (of: ArmReport | undefined): CsvRow => [of?.visitors, of?.impressions, of?.conversions, of?.value];

/** Every list of the console and of the interface for staff, by the name of its file. */
export const CSV_TABLES: Readonly<Record<string, CsvTable>> = {
  sessions: {
    who: 'viewer', row: docs('a session, newest first'), columns: ['session', 'last_seen', 'bot', 'device', 'active_ms', 'pages', 'messages', 'conversions', 'cart_value', 'currency'],
    pages: paged<SessionRow>((c, last) => readSessions(c, PAGE, last), ({ session, at, bot, device, activeMs, pages, exposures, goals, cartValue, currency }) =>
      [session, time(at), bot, device, activeMs, pages, exposures, goals, cartValue, currency]),
  },
  campaigns: {
    who: 'viewer', row: docs('a campaign; money in the site’s currency'),
    columns: [
      'id', 'name', 'status', 'kind', 'version', ...ARMS.flatMap((name) => ['visitors', 'impressions', 'conversions', 'value'].map((measure) => `${name}_${measure}`)), 'mixed_visitors',
      ...OUTCOMES.map((name) => `ended_${name}`), 'opted_out', 'coupon_cost', 'value_per_visitor_lift', 'lift_low', 'lift_high', 'incremental_value', 'conversion_lift', 'conversion_low', 'conversion_high', 'control_share_wanted', 'control_share_met', 'mismatch', 'said_helped', 'said_unhelpful',
    ],
    pages: once(async (c) => (await readCampaigns(c)).map(({ id, name, status, kind, version, treatment, control, shadow, mixed, outcomes, optOuts, answers, couponCost, lift: { value, conversion }, draw }) => [
      id, name, status, kind, version, ...arm(treatment), ...arm(control), ...arm(shadow), mixed, ...OUTCOMES.map((outcome) => outcomes[outcome] ?? 0),
      optOuts, couponCost, ...difference(value), value ? value.difference * treatment.visitors : undefined, ...difference(conversion), draw?.wanted, draw?.met, draw?.mismatch, answers.helped, answers.unhelpful,
    ])),
  },
  gates: {
    who: 'viewer', row: docs('a gate of a campaign, and how often it stopped it'), columns: ['campaign', 'gate', 'n'],
    pages: once(async (c) => (await readCampaigns(c)).flatMap(({ id, gates }) => Object.entries(gates).map(([gate, n]) => [id, gate, n]))),
  },
  signals: {
    who: 'viewer', row: docs('a signal of today'), columns: ['signal', 'times', 'sessions'],
    pages: once(async (c) => (await readOverview(c)).signals.map(({ id, count, sessions }) => [id, count, sessions])),
  },
  pages: {
    who: 'viewer', row: docs('a page in the latest sessions'), columns: ['page', 'views', 'sessions'],
    pages: once(async (c) => (await readOverview(c)).pages.map(({ id, views, sessions }) => [id, views, sessions])),
  },
  offers: {
    who: 'viewer', row: docs('an offer; money in the site’s currency'), columns: ['id', 'mode', 'budget', 'claimed', 'redeemed', 'redeemed_value', 'pool_left', 'until', 'taken', 'held', 'spent', 'spend'],
    pages: once(async (c) => (await readOffers(c)).map(({ id, mode, budget, claimed, redeemed, redeemedValue, poolLeft, until, taken, held, spent, spend }) =>
      [id, mode, budget, claimed, redeemed, redeemedValue, poolLeft, time(until), taken, held, spent, spend])),
  },
  refusals: {
    who: 'viewer', row: docs('a reason why an offer was refused, and how often'), columns: ['offer', 'reason', 'n'],
    pages: once(async (c) => (await readOffers(c)).flatMap(({ id, refusals }) => Object.entries(refusals).map(([reason, n]) => [id, reason, n]))),
  },
  currencies: {
    who: 'viewer', row: docs('an offer’s redemptions in a currency that is not the site’s'), columns: ['offer', 'currency', 'redeemed', 'value', 'discount'],
    pages: once(async (c) => (await readOffers(c)).flatMap(({ id, otherCurrencies }) => otherCurrencies.map(({ currency, redeemed, value, discount }) => [id, currency, redeemed, value, discount]))),
  },
  versions: {
    who: 'viewer', row: docs('a publication, newest first, the last 200'), columns: ['version', 'at', 'by', 'note', 'live'],
    pages: once(async (c) => (await c.get('stores').configs.versions(c.get('site').id, c.get('site').version)).map(({ version, at, by, note, live }) => [version, time(at), by, note, live])),
  },
  requests: {
    who: 'agent', row: docs('a request for a person, newest first; of what was shared, the cart and the errors'),
    columns: ['id', 'at', 'status', 'name', 'contact', 'text', 'locale', 'campaign', 'answered_by', 'answered_at', 'cart_value', 'cart_currency', 'cart_items', 'errors', 'form_errors', 'tried'],
    pages: paged<RequestRow>(readRequests,
      ({ id, at, status, name, contact, text, locale, campaign, answeredBy, answeredAt, shared }) => [
        id, time(at), status, name, contact, text, locale, campaign, answeredBy, time(answeredAt),
        shared?.cart.value, shared?.cart.currency, shared?.cart.items, shared?.errors, shared?.formErrors, shared?.tried.join(' '),
      ]),
  },
  staff: {
    who: 'owner', row: docs('somebody who may work on the site'), columns: ['email', 'role'],
    pages: once(async (c) => (await c.get('stores').staff.ofSite(c.get('site').id)).map(({ email, role }) => [email, role])),
  },
  audit: {
    who: 'owner', row: docs('a change, newest first, the last 10,000'), columns: ['at', 'by', 'role', 'action', 'detail'],
    pages: once(async (c) => (await c.get('stores').audit.list(c.get('site').id, AUDITED)).map(({ at, by, role, action, detail }) => [time(at), by, role, action, detail])),
  },
};
