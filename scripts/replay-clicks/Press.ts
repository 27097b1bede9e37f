/** One recorded click: where and when the hand pressed and let go, the place as a share of the screen it was recorded on. */
export interface Press {
  readonly down: number;
  readonly up: number;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  /** `MouseEvent.detail`: 2 for the second of a double click. */
  readonly count: number;
}
