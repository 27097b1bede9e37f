import type { CampaignReport, ConfigDocument, ConfigVersion, DeviceConfig, OfferReport, RequestRow, SessionDetail, SessionRow } from '@tactful/protocol';

/** A site's keys, as they are told once. */
export interface SiteKeys { readonly id: string; readonly key: string; readonly secret: string }

/** What staff and deploy scripts do, through the HTTP interface. */
export interface Admin {
  addSite(site: { name: string; id: string; key: string; origins: readonly string[] }): Promise<SiteKeys>;
  setOrigins(site: string, origins: readonly string[]): Promise<unknown>;
  publish(site: string, source: unknown): Promise<ConfigDocument>;
  versions(site: string): Promise<ConfigVersion[]>;
  /** What a page is served. */
  served(key: string, locale?: string): Promise<DeviceConfig>;
  sessions(site: string): Promise<SessionRow[]>;
  session(site: string, session: string): Promise<SessionDetail>;
  campaigns(site: string): Promise<CampaignReport[]>;
  offers(site: string): Promise<OfferReport[]>;
  requests(site: string): Promise<RequestRow[]>;
  answer(site: string, request: string): Promise<RequestRow>;
}

/** @param origin the collector's own, not the wire's: what staff do is not the page's traffic */
export function createAdmin(origin: string, deployToken: string): Admin {
  const call = async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> => {
    const response = await fetch(new URL(path, origin), {
      method, headers: { authorization: `Bearer ${deployToken}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return await response.json() as T;
  };
  const of = (site: string, rest: string): string => `/v1/admin/sites/${site}/${rest}`;
  return {
    addSite: (site) => call('POST', '/v1/admin/sites', site),
    setOrigins: (site, origins) => call('PUT', of(site, 'origins'), { origins }),
    publish: (site, source) => call('PUT', of(site, 'config'), source, { 'if-match': '*' }),
    versions: (site) => call('GET', of(site, 'config/versions')),
    served: (key, locale = 'en') => call('GET', `/v1/config?v=1&key=${key}&locale=${locale}`),
    sessions: (site) => call('GET', of(site, 'sessions')),
    session: (site, session) => call('GET', of(site, `sessions/${session}`)),
    campaigns: (site) => call('GET', of(site, 'campaigns')),
    offers: (site) => call('GET', of(site, 'offers')),
    requests: (site) => call('GET', of(site, 'requests')),
    answer: (site, request) => call('POST', of(site, `requests/${request}/answer`)),
  };
}
