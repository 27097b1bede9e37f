/** Wraps a function so that whatever it throws, or what its promise rejects with, stays inside: `undefined` instead. */
export type Guard = <A extends readonly unknown[], R>(run: (...args: A) => R) => (...args: A) => R | undefined;

/**
 * The one guard. Every listener, timer, observer and public verb runs inside it, so nothing of ours is ever thrown into the
 * page and no host callback's error reaches us.
 * @param swallowed hears each error; debug mode prints it, the summary counts it
 */
export function createGuard(swallowed: (error: unknown) => void): Guard {
  return (run) => (...args) => {
    try {
      const result = run(...args);
      return result instanceof Promise ? result.catch(swallowed) as typeof result : result;
    } catch (error) {
      swallowed(error);
    }
  };
}
