import { KINDS, type LogEvent, type LogSession } from './LogSession.ts';

/** Sessions as numbers side by side, which pass from thread to thread without being copied. */
export interface PackedSessions {
  readonly ids: readonly string[];
  /** Events of each session. */
  readonly lengths: Uint32Array;
  readonly at: Float64Array;
  /** Places in KINDS. */
  readonly kinds: Uint8Array;
  /** NaN where the log tells none. */
  readonly values: Float64Array;
}

export function packSessions(sessions: readonly LogSession[]): PackedSessions {
  const lengths = Uint32Array.from(sessions, ({ events }) => events.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const [at, kinds, values] = [new Float64Array(total), new Uint8Array(total), new Float64Array(total)];
  let place = 0;
  for (const { events } of sessions) for (const event of events) {
    at[place] = event.at;
    kinds[place] = KINDS.indexOf(event.kind);
    values[place++] = event.value ?? NaN;
  }
  return { ids: sessions.map(({ id }) => id), lengths, at, kinds, values };
}

export function unpackSessions({ ids, lengths, at, kinds, values }: PackedSessions): LogSession[] {
  let place = 0;
  return ids.map((id, index) => {
    const events: LogEvent[] = [];
    for (const end = place + lengths[index]!; place < end; place++) {
      const value = values[place]!;
      const kind = KINDS[kinds[place]!]!;
      events.push(value === value ? { at: at[place]!, kind, value } : { at: at[place]!, kind });
    }
    return { id, events };
  });
}
