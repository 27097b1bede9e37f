import type {
  CampaignReport, ConfigDocument, ConfigVersion, OfferReport, Overview, RequestRow, SessionDetail, SessionRow, StaffSession,
} from '@tactful/protocol';
import type { Answer } from './Answer.ts';
import { readFailure } from './readFailure.ts';

/** Every call the console makes. All of them stay under `/v1/admin/` of the console's own origin. */
export interface Api {
  me(): Promise<Answer<StaffSession>>;
  login(email: string, password: string): Promise<Answer<StaffSession>>;
  logout(): Promise<Answer<unknown>>;
  overview(site: string): Promise<Answer<Overview>>;
  campaigns(site: string): Promise<Answer<readonly CampaignReport[]>>;
  /** `action` makes a new version of the configuration. */
  setCampaign(site: string, campaign: string, action: 'pause' | 'resume'): Promise<Answer<ConfigDocument>>;
  /** The kill switch: `true` stops every message on the site, `false` lifts it. */
  halt(site: string, halt: boolean): Promise<Answer<ConfigDocument>>;
  /** Adds codes made elsewhere to an offer's pool; known ones add nothing. */
  fillPool(site: string, offer: string, codes: readonly string[]): Promise<Answer<{ readonly added: number }>>;
  sessions(site: string): Promise<Answer<readonly SessionRow[]>>;
  session(site: string, session: string): Promise<Answer<SessionDetail>>;
  offers(site: string): Promise<Answer<readonly OfferReport[]>>;
  requests(site: string): Promise<Answer<readonly RequestRow[]>>;
  answerRequest(site: string, request: string): Promise<Answer<RequestRow>>;
  config(site: string, version?: number): Promise<Answer<ConfigDocument>>;
  versions(site: string): Promise<Answer<readonly ConfigVersion[]>>;
  /** Publishes if the published configuration still has `etag`; `conflict` otherwise. */
  publish(site: string, edit: { readonly source: unknown; readonly etag: string; readonly note: string }): Promise<Answer<ConfigDocument>>;
  rollback(site: string, version: number): Promise<Answer<ConfigDocument>>;
}

export interface ApiDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Called on any answer `not_signed_in`: the session ended. */
  readonly onSignedOut: () => void;
}

interface Call { readonly method?: string; readonly body?: unknown; readonly etag?: string }

const at = (site: string, rest: string): string => `sites/${encodeURIComponent(site)}/${rest}`;

/** Makes the console's only door to the collector. */
export function createApi({ fetch, onSignedOut }: ApiDeps): Api {
  async function call<T>(path: string, { method = 'GET', body, etag }: Call = {}): Promise<Answer<T>> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (etag) headers['if-match'] = etag;
    let response: Response;
    try {
      response = await fetch(`/v1/admin/${path}`, {
        method, headers, credentials: 'same-origin', cache: 'no-store', ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      return { ok: false, failure: { code: 'offline', status: 0, message: String(error), issues: [] } };
    }
    const text = await response.text().catch(() => '');
    let answer: unknown;
    try { answer = text ? JSON.parse(text) : null; } catch { answer = undefined; }
    if (response.ok && answer !== undefined) return { ok: true, value: answer as T };
    const failure = readFailure(response.status, answer);
    if (failure.code === 'not_signed_in') onSignedOut();
    return { ok: false, failure };
  }
  return {
    me: () => call('me'),
    login: (email, password) => call('login', { method: 'POST', body: { email, password } }),
    logout: () => call('logout', { method: 'POST' }),
    overview: site => call(at(site, 'overview')),
    campaigns: site => call(at(site, 'campaigns')),
    setCampaign: (site, campaign, action) => call(at(site, `campaigns/${encodeURIComponent(campaign)}/${action}`), { method: 'POST' }),
    halt: (site, halt) => call(at(site, 'halt'), { method: 'POST', body: { halt } }),
    fillPool: (site, offer, codes) => call(at(site, `offers/${encodeURIComponent(offer)}/pool`), { method: 'PUT', body: { codes } }),
    sessions: site => call(at(site, 'sessions')),
    session: (site, session) => call(at(site, `sessions/${encodeURIComponent(session)}`)),
    offers: site => call(at(site, 'offers')),
    requests: site => call(at(site, 'requests')),
    answerRequest: (site, request) => call(at(site, `requests/${encodeURIComponent(request)}/answer`), { method: 'POST' }),
    config: (site, version) => call(at(site, version === undefined ? 'config' : `config?version=${version}`)),
    versions: site => call(at(site, 'config/versions')),
    publish: (site, { source, etag, note }) =>
      call(at(site, `config${note ? `?note=${encodeURIComponent(note)}` : ''}`), { method: 'PUT', body: source, etag }),
    rollback: (site, version) => call(at(site, 'config/rollback'), { method: 'POST', body: { version } }),
  };
}
