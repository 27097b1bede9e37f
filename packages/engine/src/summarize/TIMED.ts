/** Features that time alone changes within minutes. */
export const TIMED: readonly string[] = ['cart.idle_seconds', 'session.active_seconds', 'page.active_seconds', 'seconds.product', 'time.hour', 'time.weekday'];
