import type { WidgetHost } from '../../view.ts';

/**
 * Constructable style sheets pass the strictest policy. Browsers without them (Safari before 16.4) get one `<style>`
 * that carries the page's nonce.
 */
export function adoptStyles(host: Pick<WidgetHost, 'document' | 'nonce'>, shadow: ShadowRoot, css: string): void {
  const view = host.document.defaultView as (Window & typeof globalThis) | null;
  if (view && 'adoptedStyleSheets' in shadow) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  } else {
    const style = host.document.createElement('style');
    if (host.nonce) style.nonce = host.nonce;
    style.textContent = css;
    shadow.insertBefore(style, shadow.lastChild);
  }
}
