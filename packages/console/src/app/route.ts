import type { Role } from '@tactful/protocol';

/** The rooms of the console, in the order of its navigation. */
export const ROOMS = ['overview', 'campaigns', 'sessions', 'offers', 'requests', 'team', 'setup'] as const;
export type Room = (typeof ROOMS)[number];

/** The least role that a room is for; the others are for every role. */
export const ROOM_ROLES: Readonly<Partial<Record<Room, Role>>> = { requests: 'agent', team: 'owner', setup: 'owner' };

/** Where the person is: `#/<site>/<room>/<item>/<detail>`. `room` is undefined where the address names one that is not there. */
export interface Route { readonly site: string; readonly room: Room | undefined; readonly item: string; readonly detail: string }

/** Reads a location hash. No room is the overview; a missing site is the empty string. */
export function parseRoute(hash: string): Route {
  const [site = '', room = '', item = '', detail = ''] = hash.replace(/^#?\/?/, '').split('/').map(decode);
  return { site, room: room === '' ? 'overview' : ROOMS.find(name => name === room), item, detail };
}

/** Writes the hash that `parseRoute` reads. */
export function routeTo(site: string, room: Room, item = '', detail = ''): string {
  return ['#', site, room, item, detail].filter((part, index) => index < 3 || part !== '').map((part, index) => index === 0 ? part : encodeURIComponent(part)).join('/');
}

function decode(part: string): string {
  try { return decodeURIComponent(part); } catch { return part; }
}
