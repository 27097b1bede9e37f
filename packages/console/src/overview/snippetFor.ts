/** The script tag of a site, as docs/guides/page.md has it. */
export function snippetFor({ origin, key, consent }: { readonly origin: string; readonly key: string; readonly consent: 'pending' | 'granted' }): string {
  return `<script async src="${origin}/tactful.js" crossorigin="anonymous"\n  referrerpolicy="no-referrer" data-key="${key}" data-consent="${consent}"></script>`;
}
