import type { Page } from 'playwright-core';

/** Texts handed over at once. */
const CHUNK = 250;

/**
 * Shows each text in every place of a card, a coupon, a banner, a chat and a survey of the built widget, on a page without any policy.
 * Returns what is in the widget that no text should be: the elements by their tags, and headings that are not the text.
 */
export async function playWidget(page: Page, texts: readonly string[], step: (n: number) => void = () => undefined): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let from = 0; from < texts.length; from += CHUNK) {
    const chunk = texts.slice(from, from + CHUNK);
    wrong.push(...await page.evaluate(async (list) => {
      const scope = window as any;
      const found: string[] = [];
      await scope.fresh('talk');
      const usual = new Set(['STYLE', 'DIV', 'SECTION', 'HEADER', 'FOOTER', 'H2', 'H3', 'P', 'A', 'BUTTON', 'SPAN', 'UL', 'OL', 'LI', 'DL', 'DT', 'DD', 'FORM', 'LABEL', 'INPUT', 'TEXTAREA', 'FIELDSET', 'LEGEND', 'DETAILS', 'SUMMARY', 'SVG', 'PATH', 'OUTPUT', 'SMALL', 'TIME', 'B', 'STRONG']);
      for (const text of list) {
        const action = { kind: 'link', label: text, url: '#x' };
        const messages = [
          { kind: 'card', title: text, body: text, action }, { kind: 'coupon', title: text, body: text, offer: 'x', action: { kind: 'apply_offer', label: text } }, { kind: 'banner', title: text, body: text, action },
          { kind: 'chat', title: text, body: text, chat: [{ id: 'a', say: text, replies: [{ label: text, next: 'b' }] }, { id: 'b', say: text, replies: [{ label: text, next: 'a' }] }] },
        ];
        for (const message of messages) {
          scope.widget.destroy();
          await scope.fresh(message.kind === 'chat' ? 'talk' : undefined);
          scope.widget.show({ campaign: 'x', fired: [], message });
          const root = document.querySelector('tactful-widget')!.shadowRoot!;
          const tags = [...root.querySelectorAll('*')].map(({ tagName }) => tagName.toUpperCase()).filter((tag) => !usual.has(tag));
          if (tags.length > 0) found.push(`${message.kind} ${JSON.stringify(text)}: ${tags}`);
          const address = [...root.querySelectorAll('a')].find((one) => one.protocol !== location.protocol);
          if (address) found.push(`${message.kind} ${JSON.stringify(text)}: ${address.href}`);
          const heading = root.querySelector('h2')?.textContent;
          if (text && heading !== undefined && heading !== text) found.push(`${message.kind} ${JSON.stringify(text)}: said ${JSON.stringify(heading)}`);
        }
      }
      return found;
    }, chunk));
    step(chunk.length);
  }
  return wrong;
}
