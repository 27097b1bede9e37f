/** Wraps a function so that whatever it throws, or what its promise rejects with, stays inside: `undefined` instead. */
export type Guard = <A extends readonly unknown[], R>(run: (...args: A) => R) => (...args: A) => R | undefined;

/**
 * The one guard. Every listener, timer, observer and public verb runs inside it, so nothing of ours is ever thrown into the
 * page and no host callback's error reaches us.
 * @param swallowed hears each error; debug mode prints it, the summary counts it
 */
export function createGuard(swallowed: (error: unknown) => void): Guard {
  const quietly = (error: unknown): undefined => {
    try {
      swallowed(error);
    } catch (_error) {
      // The page broke what counting needs, too.
    }
  };
  // Waited for, since a host may have broken what promises do by name.
  const settle = async (result: any): Promise<any> => {
    try {
      return await result;
    } catch (error) {
      return quietly(error);
    }
  };
  return (run) => (...args) => {
    try {
      const result: any = run(...args);
      // Whatever the host takes for a promise: it may have put another in the place of the browser's.
      return Object(result).then ? settle(result) : result;
    } catch (error) {
      return quietly(error);
    }
  };
}
