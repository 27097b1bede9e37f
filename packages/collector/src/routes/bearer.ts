import type { AppContext } from '../AppEnv.ts';

/** The token that stands in `Authorization`; empty without one. */
export const bearer = (c: AppContext): string => /^Bearer ([\w.~+/-]+=*)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
