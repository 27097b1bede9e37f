import type { Core } from '../memory.ts';

/** Under which name a page is summarized: one of the configuration's, else its type. What the host called it stays there. */
export const pageName = ({ config }: Core, page: string | null, type: string): string => (config.pages.some(({ id }) => id == page) ? page! : type);
