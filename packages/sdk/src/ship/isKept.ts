/**
 * True when something of ours is kept; asking does not make it. Firefox before 126 can't say: then a grant has to be given
 * again on each load.
 */
export const isKept = async (name: string): Promise<boolean> =>
  name in sessionStorage || (await indexedDB.databases()).some((database) => database.name == name);
