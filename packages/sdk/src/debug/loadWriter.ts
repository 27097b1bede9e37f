import type { Core, Parts } from '../core.ts';

/** The exact writer of the file that ships: of the one that this site's pages load. */
export const loadWriter = async ({ files, settings }: Pick<Core, 'files' | 'settings'>): Promise<Parts['ship']['writeJson']> =>
  (await files(settings.domain ? 'domain' : 'ship')).writeJson;
