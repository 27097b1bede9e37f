/** Copies a field's text, by the clipboard or, where the page may not use it, by selecting it. False: the visitor must. */
export async function copyText(document: Document, field: HTMLInputElement): Promise<boolean> {
  try {
    await (document.defaultView as Window).navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // No clipboard here (an insecure page, a policy): the old command still works on a selection in most browsers.
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
