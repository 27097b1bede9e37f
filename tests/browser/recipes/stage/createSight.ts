import type { CDPSession, Page } from 'playwright-core';

/** One thing that assistive technology is told of. */
export interface Node { readonly role: string; readonly name: string; readonly node: number }

/** The page as it is perceived, closed shadow roots included: Chromium's accessibility tree. */
export interface Sight {
  /** Everything with that role whose name matches. */
  all(role: string, name?: string | RegExp): Promise<readonly Node[]>;
  /** The one of that role and name, once it is there. Time is let pass by `pass` between looks. */
  one(role: string, name?: string | RegExp): Promise<Node>;
  /** Once nothing of that role and name is there any more. */
  gone(role: string, name?: string | RegExp): Promise<void>;
  /** All text that is shown, joined by line ends. */
  text(): Promise<string>;
  /** Presses it with the mouse, where it stands. */
  press(role: string, name: string | RegExp): Promise<void>;
  /** What stands in a field. */
  valueOf(node: number): Promise<string>;
  /** Types into it. */
  fill(role: string, name: string | RegExp, text: string): Promise<void>;
}

/** The machine's own time in which something must come to be seen. */
const PATIENCE_MS = 20_000;
const matches = (name: string, wanted?: string | RegExp): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? name === wanted : wanted.test(name));

/** What stands in the way of each campaign, where the page has Tactful's global, and what was in the way of messages. */
const explain = (page: Page): Promise<string> => page.evaluate(async () => {
  const { tactful, __suppressed } = window as any;
  return __suppressed + JSON.stringify((await tactful?.explain?.())?.map(({ campaign, gates }: any) => [campaign, ...gates.filter((gate: any) => !gate.passed).map((gate: any) => [gate.gate, gate.value])]));
});

/** @param pass lets a little of the page's time pass, and what is on its way over the network arrive */
export function createSight(page: Page, cdp: CDPSession, pass: () => Promise<void>): Sight {
  const read = async (): Promise<readonly Node[]> => {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    return nodes.filter(({ ignored, backendDOMNodeId }) => !ignored && backendDOMNodeId !== undefined)
      .map(({ role, name, backendDOMNodeId }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? ''), node: backendDOMNodeId! }));
  };
  const all = async (role: string, name?: string | RegExp): Promise<readonly Node[]> =>
    (await read()).filter((node) => node.role === role && matches(node.name, name));
  const until = async <T>(wanted: string, look: () => Promise<T | undefined>): Promise<T> => {
    const until = performance.now() + PATIENCE_MS;
    do {
      const found = await look();
      if (found !== undefined) return found;
      await pass();
    } while (performance.now() < until);
    throw new Error(`${wanted}; ${await explain(page)}; there is: ${(await read()).map(({ name }) => name).filter(Boolean).join(' · ')}`);
  };
  const one = (role: string, name?: string | RegExp): Promise<Node> =>
    until(`No ${role} "${name}"`, async () => (await all(role, name))[0]);
  const place = async ({ node }: Node): Promise<{ x: number; y: number }> => {
    await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node });
    const { quads: [quad] } = await cdp.send('DOM.getContentQuads', { backendNodeId: node });
    const [left, top, , , right, bottom] = quad as number[];
    return { x: (left! + right!) / 2, y: (top! + bottom!) / 2 };
  };
  return {
    all, one,
    gone: async (role, name) => { await until(`Still a ${role} "${name}"`, async () => ((await all(role, name)).length === 0 ? true : undefined)); },
    text: async () => (await read()).filter(({ role }) => role === 'StaticText').map(({ name }) => name).join('\n'),
    async press(role, name) {
      const { x, y } = await place(await one(role, name));
      await page.mouse.click(x, y);
    },
    async valueOf(node) {
      const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: node });
      const { result } = await cdp.send('Runtime.callFunctionOn', { objectId: object.objectId!, functionDeclaration: 'function () { return this.value; }', returnByValue: true });
      return String(result.value);
    },
    async fill(role, name, text) {
      const { x, y } = await place(await one(role, name));
      await page.mouse.click(x, y);
      await page.keyboard.insertText(text);
    },
  };
}
