import type { Milliseconds } from '@tactful/protocol';

/** So many clicks, within so long, inside so many px. */
const CLICKS = 3, WITHIN_MS: Milliseconds = 1_000, INSIDE_PX = 30;

/** Where clicking again and again is how it is used: steppers, calendars, carousels, media, games, and text, which it selects. */
const REPEATED = `input,textarea,select,[contenteditable],[role=spinbutton],[role=slider],[role=grid],[role=listbox],[role=tablist],canvas,video,audio,
[class*=stepper i],[class*=quantity i],[class*=qty i],[class*=plus i],[class*=minus i],[class*=crement i],[class*=calendar i],[class*=datepicker i],[class*=date-picker i],
[class*=carousel i],[class*=slider i],[class*=swiper i],[class*=slick i],[class*=gallery i],[aria-roledescription=carousel i],[class*=pagination i],[name*=quantity i],[name*=qty i]`;
/** How a stepper is named or drawn where its class says nothing. */
const STEPS = /^\s*[+\-−–±＋－<>‹›«»▲▼↑↓←→]\s*$|\b(increase|decrease|increment|decrement|add one|remove one|more|less|next|prev(ious)?|zoom|plus|minus|up|down)\b|增加|减少|減少|زيادة|تقليل|إنقاص/i;

/** Clicking the same again is what this is for. */
function isRepeated(element: Element): boolean {
  if (element.closest(REPEATED)) return true;
  const control = element.closest('button,a,[role=button]') || element;
  const { parentElement } = control;
  return STEPS.test(control.getAttribute('aria-label') || control.textContent!.slice(0, 40))
    || !!parentElement && parentElement.childElementCount < 6 && !!parentElement.querySelector('input[type=number],[role=spinbutton]');
}

/** @returns says of each click whether it is the one that makes a chain of them a rage click; a chain makes one */
export function createRage(): (event: MouseEvent, element: Element) => boolean {
  let chain: { readonly at: number; readonly x: number; readonly y: number }[] = [];
  let over: boolean | undefined;
  return ({ timeStamp: at, clientX: x, clientY: y, detail, button }, element) => {
    // A key's click has no place.
    if (button || !detail) return false;
    const last = chain[chain.length - 1];
    if (!last || at - last.at > WITHIN_MS || Math.hypot(x - last.x, y - last.y) > INSIDE_PX) {
      chain = [];
      over = false;
    }
    chain = [...chain, { at, x, y }].filter((one) => at - one.at <= WITHIN_MS && Math.hypot(x - one.x, y - one.y) <= INSIDE_PX);
    if (over || chain.length < CLICKS || isRepeated(element) || !getSelection()!.isCollapsed) return false;
    return over = true;
  };
}
