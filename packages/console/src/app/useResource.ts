import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Failure } from '../api/Answer.ts';

/** What a room knows of what it shows. While it is read again, the old data stays. */
export interface Resource<T> {
  readonly data?: T;
  readonly failure?: Failure;
  /** Reads it again now. */
  readonly reload: () => void;
  /** Puts an answer of a write in place, without reading again. */
  readonly put: (data: T) => void;
}

interface State<T> { readonly data?: T; readonly failure?: Failure }

/**
 * Reads a resource when `id` changes and, given `everyMs`, again and again while the page is visible.
 * An answer that was overtaken by another `id` is dropped.
 */
export function useResource<T>(id: string, read: () => Promise<Answer<T>>, everyMs = 0): Resource<T> {
  const [state, setState] = useState<State<T>>({});
  const turn = useRef(0);
  const pending = useRef(false);
  const reader = useRef(read);
  reader.current = read;
  const load = useCallback(async (): Promise<void> => {
    const mine = ++turn.current;
    pending.current = true;
    const answer = await reader.current();
    if (mine !== turn.current) return;
    pending.current = false;
    setState(old => answer.ok ? { data: answer.value } : { ...old, failure: answer.failure });
  }, []);
  useEffect(() => {
    setState({});
    void load();
    return () => { turn.current++; pending.current = false; };
  }, [id, load]);
  useEffect(() => {
    if (!everyMs) return;
    // While an answer is awaited (of a collector that is slow, or until somebody signs in again) none other is asked for.
    const visible = (): void => { if (document.visibilityState === 'visible' && !pending.current) void load(); };
    const timer = setInterval(visible, everyMs);
    document.addEventListener('visibilitychange', visible);
    return () => { clearInterval(timer); document.removeEventListener('visibilitychange', visible); };
  }, [everyMs, id, load]);
  const put = useCallback((data: T): void => { turn.current++; pending.current = false; setState({ data }); }, []);
  return { ...state, reload: () => void load(), put };
}
