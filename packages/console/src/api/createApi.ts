import type {
  AuditEntry, Backtest, CampaignReport, ConfigDocument, ConfigVersion, IdentityKey, ModelReport, OfferReport, Overview, PreviewTicket, RequestRow, Retention, Role, SessionDetail, SessionRow, SiteMember, StaffSession, ThresholdReport,
  WebhookEvent, WebhookRow, WebhookTemplate,
} from '@tactful/protocol';
import type { Page } from '../app/readPages.ts';
import type { Answer } from './Answer.ts';
import { readFailure } from './readFailure.ts';

/**
 * Every call the console makes, under `/v1/admin/` and beside its own files, on its own origin. A call that finds the session
 * ended waits until its person has signed in again, and goes on.
 */
export interface Api {
  me(): Promise<Answer<StaffSession>>;
  login(email: string, password: string): Promise<Answer<StaffSession>>;
  logout(): Promise<Answer<unknown>>;
  overview(site: string): Promise<Answer<Overview>>;
  campaigns(site: string): Promise<Answer<readonly CampaignReport[]>>;
  /** Whether its thresholds are better higher. */
  thresholds(site: string, campaign: string): Promise<Answer<readonly ThresholdReport[]>>;
  /** `action` makes a new version of the configuration. */
  setCampaign(site: string, campaign: string, action: 'pause' | 'resume'): Promise<Answer<ConfigDocument>>;
  /** A token that draws the campaign on the site's own pages for 10 minutes. */
  previewCampaign(site: string, campaign: string): Promise<Answer<PreviewTicket>>;
  /** The kill switch: `true` stops every message on the site, `false` lifts it. */
  halt(site: string, halt: boolean): Promise<Answer<ConfigDocument>>;
  /** Adds codes made elsewhere to an offer's pool; known ones add nothing. */
  fillPool(site: string, offer: string, codes: readonly string[]): Promise<Answer<{ readonly added: number }>>;
  /** By last change, newest first, from the one after `after`. */
  sessions(site: string, page: Page): Promise<Answer<readonly SessionRow[]>>;
  session(site: string, session: string): Promise<Answer<SessionDetail>>;
  offers(site: string): Promise<Answer<readonly OfferReport[]>>;
  /** Newest first, from the one after `after`. */
  requests(site: string, page: Page & { readonly status?: RequestRow['status'] }): Promise<Answer<readonly RequestRow[]>>;
  answerRequest(site: string, request: string): Promise<Answer<RequestRow>>;
  /** Who may work on the site, by e-mail. */
  members(site: string): Promise<Answer<readonly SiteMember[]>>;
  /** Gives an account a role on the site; with a password where it is to be made, or its password set anew. */
  grant(site: string, email: string, member: { readonly role: Role; readonly password?: string }): Promise<Answer<SiteMember>>;
  /** Takes an account off the site. */
  removeMember(site: string, email: string): Promise<Answer<unknown>>;
  /** The latest changes, newest first. */
  audit(site: string): Promise<Answer<readonly AuditEntry[]>>;
  /** What was learned, and how good it is. */
  model(site: string): Promise<Answer<ModelReport>>;
  /** Trains now; false where a training is under way. */
  trainModel(site: string): Promise<Answer<{ readonly started: boolean }>>;
  /** Serves an earlier model; 0: the experts' scores. */
  rollBackModel(site: string, version: number): Promise<Answer<unknown>>;
  /** Where events go, and what became of them. */
  webhooks(site: string): Promise<Answer<readonly WebhookRow[]>>;
  /** `secret`: in the body, of a robot; in the answer, what a server checks signatures with, told this once. */
  addWebhook(site: string, hook: { readonly url: string; readonly template: WebhookTemplate; readonly events: readonly WebhookEvent[]; readonly secret?: string }): Promise<Answer<ToldSecret>>;
  removeWebhook(site: string, id: string): Promise<Answer<unknown>>;
  /** A new secret; the one before signs beside it until the next. */
  webhookSecret(site: string, id: string): Promise<Answer<ToldSecret>>;
  /** Sends again what happened since. */
  replayWebhook(site: string, id: string, since: number): Promise<Answer<{ readonly queued: number }>>;
  /** For how many days rows are kept. */
  retention(site: string): Promise<Answer<Retention>>;
  setRetention(site: string, days: number): Promise<Answer<Retention>>;
  /** The active ones, by their ids. */
  identityKeys(site: string): Promise<Answer<readonly IdentityKey[]>>;
  /** What the key reads is told this once. */
  addIdentityKey(site: string): Promise<Answer<IdentityKey & { readonly key: string }>>;
  removeIdentityKey(site: string, id: string): Promise<Answer<unknown>>;
  config(site: string, version?: number): Promise<Answer<ConfigDocument>>;
  versions(site: string): Promise<Answer<readonly ConfigVersion[]>>;
  /** In how many stored sessions a draft would have fired; publishes nothing. */
  backtest(site: string, source: unknown): Promise<Answer<Backtest>>;
  /** Publishes if the published configuration still has `etag`; `conflict` otherwise. `lift`: campaigns that paused themselves and are to be live again. */
  publish(site: string, edit: { readonly source: unknown; readonly etag: string; readonly note: string; readonly lift?: readonly string[] }): Promise<Answer<ConfigDocument>>;
  /** Publishes an earlier version anew, if the published one still has `etag`; `conflict` otherwise. */
  rollback(site: string, back: { readonly version: number; readonly etag: string }): Promise<Answer<ConfigDocument>>;
  /** A recipe: a configuration with one campaign. It lies beside the console's own files. */
  recipe(id: string): Promise<Answer<Readonly<Record<string, unknown>>>>;
}

/** `secret`: null where a robot's platform knows it, or there is none. */
export interface ToldSecret { readonly id: string; readonly secret: string | null }

export interface ApiDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Asked on an answer `not_signed_in`: whether the same person has signed in again, and the call may be made once more. */
  readonly signInAgain: () => Promise<boolean>;
}

interface Call { readonly method?: string; readonly body?: unknown; readonly etag?: string }

const paged = (list: string, { limit, ...rest }: Page): string => `${list}?${new URLSearchParams({ limit: String(limit), ...rest })}`;
const at = (site: string, rest: string): string => `sites/${encodeURIComponent(site)}/${rest}`;

/** Makes the console's only door to the collector. */
export function createApi({ fetch, signInAgain }: ApiDeps): Api {
  async function call<T>(path: string, how: Call = {}): Promise<Answer<T>> {
    const answer = await once<T>(path, how);
    return !answer.ok && answer.failure.code === 'not_signed_in' && await signInAgain() ? once(path, how) : answer;
  }
  const once = <T>(path: string, how: Call): Promise<Answer<T>> => ask(`/v1/admin/${path}`, how);
  async function ask<T>(address: string, { method = 'GET', body, etag }: Call): Promise<Answer<T>> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (etag) headers['if-match'] = etag;
    let response: Response;
    try {
      response = await fetch(address, {
        method, headers, credentials: 'same-origin', cache: 'no-store', ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      return { ok: false, failure: { code: 'offline', status: 0, message: String(error), issues: [] } };
    }
    const text = await response.text().catch(() => '');
    let answer: unknown;
    try { answer = text ? JSON.parse(text) : null; } catch { answer = undefined; }
    if (response.ok && answer !== undefined) return { ok: true, value: answer as T };
    return { ok: false, failure: readFailure(response.status, answer) };
  }
  return {
    me: () => once('me', {}),
    login: (email, password) => call('login', { method: 'POST', body: { email, password } }),
    logout: () => once('logout', { method: 'POST' }),
    overview: site => call(at(site, 'overview')),
    campaigns: site => call(at(site, 'campaigns')),
    thresholds: (site, campaign) => call(at(site, `campaigns/${encodeURIComponent(campaign)}/thresholds`)),
    setCampaign: (site, campaign, action) => call(at(site, `campaigns/${encodeURIComponent(campaign)}/${action}`), { method: 'POST' }),
    previewCampaign: (site, campaign) => call(at(site, `campaigns/${encodeURIComponent(campaign)}/preview`), { method: 'POST' }),
    halt: (site, halt) => call(at(site, 'halt'), { method: 'POST', body: { halt } }),
    fillPool: (site, offer, codes) => call(at(site, `offers/${encodeURIComponent(offer)}/pool`), { method: 'PUT', body: { codes } }),
    sessions: (site, page) => call(at(site, paged('sessions', page))),
    session: (site, session) => call(at(site, `sessions/${encodeURIComponent(session)}`)),
    offers: site => call(at(site, 'offers')),
    requests: (site, page) => call(at(site, paged('requests', page))),
    answerRequest: (site, request) => call(at(site, `requests/${encodeURIComponent(request)}/answer`), { method: 'POST' }),
    members: site => call(at(site, 'staff')),
    grant: (site, email, member) => call(at(site, `staff/${encodeURIComponent(email)}`), { method: 'PUT', body: member }),
    removeMember: (site, email) => call(at(site, `staff/${encodeURIComponent(email)}`), { method: 'DELETE' }),
    audit: site => call(at(site, 'audit')),
    model: site => call(at(site, 'model')),
    trainModel: site => call(at(site, 'model/train'), { method: 'POST', body: {} }),
    rollBackModel: (site, version) => call(at(site, 'model/rollback'), { method: 'POST', body: { version } }),
    webhooks: site => call(at(site, 'webhooks')),
    addWebhook: (site, hook) => call(at(site, 'webhooks'), { method: 'POST', body: hook }),
    removeWebhook: (site, id) => call(at(site, `webhooks/${encodeURIComponent(id)}`), { method: 'DELETE' }),
    webhookSecret: (site, id) => call(at(site, `webhooks/${encodeURIComponent(id)}/secret`), { method: 'POST', body: {} }),
    replayWebhook: (site, id, since) => call(at(site, `webhooks/${encodeURIComponent(id)}/replay`), { method: 'POST', body: { since } }),
    retention: site => call(at(site, 'retention')),
    setRetention: (site, days) => call(at(site, 'retention'), { method: 'PUT', body: { days } }),
    identityKeys: site => call(at(site, 'identity')),
    addIdentityKey: site => call(at(site, 'identity'), { method: 'POST' }),
    removeIdentityKey: (site, id) => call(at(site, `identity/${encodeURIComponent(id)}`), { method: 'DELETE' }),
    config: (site, version) => call(at(site, version === undefined ? 'config' : `config?version=${version}`)),
    versions: site => call(at(site, 'config/versions')),
    backtest: (site, source) => call(at(site, 'backtest'), { method: 'POST', body: source }),
    publish: (site, { source, etag, note, lift = [] }) =>
      call(at(site, `config?${new URLSearchParams([...note ? [['note', note]] : [], ...lift.map(id => ['lift', id])])}`), { method: 'PUT', body: source, etag }),
    rollback: (site, { version, etag }) => call(at(site, 'config/rollback'), { method: 'POST', body: { version }, etag }),
    recipe: id => ask(`recipes/${encodeURIComponent(id)}.json`, {}),
  };
}
