/** What staff are to one site, from the least to the most; each may also do what those before it may. A route says the least it asks for. */
export const ROLES = {
  viewer: 'Reads reports, sessions, offers and what was published.',
  agent: 'Also reads requests, with what visitors wrote, and answers them.',
  editor: 'Also publishes, pauses, rolls back, halts, previews, and adds codes to pools.',
  owner: 'Also sets the origins, the secret key and the staff of the site, how long rows are kept and where webhooks go, and reads who changed what.',
} as const satisfies Record<string, string>;
export type Role = keyof typeof ROLES;

const ORDER = Object.keys(ROLES);
/** Whether one who is `role` may do what asks for `least`. What is no role may nothing. */
export const isAtLeast = (role: Role, least: Role): boolean => ORDER.includes(least) && ORDER.indexOf(role) >= ORDER.indexOf(least);
