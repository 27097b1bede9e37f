/**
 * Runs in the page before anything else: `__heard` resolves once each request of scripts to that origin was answered, or has
 * failed, and what the page reads of the answers was read. An answer of which the page takes the status alone never ends for
 * the browser, so it is the page that knows.
 */
export function noteAsked(origin: string): void {
  let open = 0;
  let told = (): void => undefined;
  const over = (): void => { if (--open === 0) told(); };
  // What is given on rejects where the page's own would, so that nobody's silence is hidden.
  const noted = <Value>(asked: Promise<Value>): Promise<Value> => {
    open++;
    return asked.then((value) => { over(); return value; }, (error: unknown) => { over(); throw error; });
  };
  const ask = window.fetch;
  window.fetch = (what, how) => {
    const { href } = new URL(what instanceof Request ? what.url : what, location.href);
    return href.startsWith(origin) ? noted(ask(what, how)) : ask(what, how);
  };
  for (const name of ['text', 'json', 'blob', 'arrayBuffer'] as const) {
    const read = Response.prototype[name];
    Response.prototype[name] = function (this: Response) {
      return this.url.startsWith(origin) ? noted(read.call(this)) : read.call(this);
    };
  }
  const { port1, port2 } = new MessageChannel();
  const turn = (): Promise<void> => new Promise((done) => {
    port1.onmessage = () => done();
    port2.postMessage(0);
  });
  (window as unknown as Record<string, unknown>)['__heard'] = async () => {
    do {
      if (open > 0) await new Promise<void>((done) => { told = done; });
      // What was heard may lead to reading it, or to the next request.
      await turn();
    } while (open > 0);
  };
}
