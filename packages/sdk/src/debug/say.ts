/** Writes a text where it differs: what stands is neither selected anew nor read out again. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent != text) element.textContent = text;
}
