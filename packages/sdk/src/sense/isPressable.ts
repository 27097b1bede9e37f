/** What a visitor expects to do something. */
const PRESSABLE = 'a[href],button,[role=button],[role=link],[role=menuitem],[role=tab],[onclick],summary,label,input[type=button],input[type=submit],input[type=image],input[type=reset]';
/** What does something that the page does not show: a download, another program, another tab, a chooser of the browser. */
const ELSEWHERE = 'a[download],a[target]:not([target=_self]):not([target=""]),a[href^="mailto:" i],a[href^="tel:" i],a[href^="sms:" i],a[href^="#"],[type=file],canvas,video,audio,select,option,[contenteditable]';
/** Files, which are saved and not shown. */
const FILE = /\.(pdf|zip|csv|xlsx?|docx?|pptx?|dmg|exe|apk|mp[34]|epub|ics)$/i;

/** A click that should change something here, so that one that does not is dead. */
export function isPressable({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent, element: Element): boolean {
  if (button || ctrlKey || metaKey || shiftKey || altKey) return false;
  const control = element.closest(PRESSABLE);
  if (control ? control.matches(':disabled,[aria-disabled=true]') : getComputedStyle(element).cursor != 'pointer') return false;
  return !element.closest(ELSEWHERE) && !(control instanceof HTMLAnchorElement && FILE.test(control.pathname));
}
