import type { JSX } from 'preact';
import { intervalScale } from './intervalScale.ts';

const WIDTH = 300;

/** An estimate and its interval on a line with zero marked. The numbers stand beside it as text. */
export function IntervalBar({ low, at, high }: { readonly low: number; readonly at: number; readonly high: number }): JSX.Element {
  const place = intervalScale({ low, high, width: WIDTH });
  return (
    <svg class="interval-bar" viewBox={`0 0 ${WIDTH} 20`} width={WIDTH} height="20" aria-hidden="true">
      <line class="interval-axis" x1="0" x2={WIDTH} y1="10" y2="10" />
      <line class="interval-zero" x1={place(0)} x2={place(0)} y1="1" y2="19" />
      <line class="interval-range" x1={place(low)} x2={place(high)} y1="10" y2="10" />
      <circle class="interval-at" cx={place(at)} cy="10" r="4.5" />
    </svg>
  );
}
