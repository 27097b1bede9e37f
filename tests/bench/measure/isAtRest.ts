/** True of our files that a page has while no message is on its way; deciding and drawing have files of their own. */
export const isAtRest = (url: string): boolean => !/\/tactful-(act|widget|talk|survey|data|debug)\.js$/.test(url);
