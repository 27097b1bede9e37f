/**
 * Under which name a form's runs stand, as 32 bits: its own name stays on the page. It ends in a mark, so that none is
 * the beginning of another.
 */
export function formRow(form: string): string {
  let row = 0;
  for (let index = 0; index < form.length; index++) row = row * 31 + form.charCodeAt(index) | 0;
  return row + ';';
}
