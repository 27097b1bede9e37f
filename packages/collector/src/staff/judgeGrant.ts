import type { ErrorCode, Role } from '@tactful/protocol';

/**
 * Why an owner may not give an account a role on their site, or set its password; undefined when they may. An account is theirs while
 * they own every site that it has: whoever chose its password could otherwise read what others let it read later.
 */
export function judgeGrant({ account, site, owned, withPassword }: {
  readonly account: { readonly roles: ReadonlyMap<string, Role> } | null; readonly site: string;
  readonly owned: readonly string[] | 'all'; readonly withPassword: boolean;
}): [ErrorCode, { readonly path: string }] | undefined {
  const sites = [...account?.roles.keys() ?? []];
  if (sites.length === 0) return withPassword ? undefined : ['invalid', { path: 'password' }];
  if (owned === 'all' || sites.every((id) => owned.includes(id))) return undefined;
  if (!sites.includes(site)) return ['conflict', { path: 'email' }];
  return withPassword ? ['conflict', { path: 'password' }] : undefined;
}
