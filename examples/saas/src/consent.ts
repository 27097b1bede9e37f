/** What the visitor answered to this app's own banner; `pending` while there is no answer. */
export type Answer = 'granted' | 'denied' | 'pending';

export function readConsent(): Answer {
  const kept = localStorage.getItem('consent');
  return kept === 'granted' || kept === 'denied' ? kept : 'pending';
}

export function keepConsent(answer: Answer): void {
  localStorage.setItem('consent', answer);
}
