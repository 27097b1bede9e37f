/** One recorded pointer fact, in the words of the recording. */
export interface Sample {
  /** The recording's own clock, milliseconds; never goes back within a trace. */
  readonly at: number;
  readonly button: 'NoButton' | 'Left' | 'Right' | 'Other';
  readonly state: 'Move' | 'Drag' | 'Pressed' | 'Released';
  /** CSS pixels from the viewport's top left corner. */
  readonly x: number;
  readonly y: number;
}

/** One person's recording of one session. */
export interface Trace {
  /** `user12/session_1min`. */
  readonly name: string;
  readonly samples: readonly Sample[];
}
