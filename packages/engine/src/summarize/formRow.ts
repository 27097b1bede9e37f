/** Forms whose runs are told apart, at most. */
const FORMS = 997;

/** Under which number a form's runs stand: its name stays on the page. */
export function formRow(form: string): string {
  let row = 0;
  for (let index = 0; index < form.length; index++) row = (row * 31 + form.charCodeAt(index)) % FORMS;
  return '' + row;
}
