import { useRef, useState } from 'preact/hooks';
import type { Answer, Failure } from '../api/Answer.ts';

/** A write on the press of a button, once at a time. */
export interface Action {
  readonly busy: boolean;
  /** Why the last one failed; gone with the next. */
  readonly failure?: Failure;
  /** Does it; a second press while it runs does nothing. Resolves to whether it was done. */
  readonly run: <T>(write: () => Promise<Answer<T>>, done: (value: T) => void) => Promise<boolean>;
}

/** Keeps what became of a write, so that a failure stands beside the button that made it. */
export function useAction(): Action {
  const [state, setState] = useState<Omit<Action, 'run'>>({ busy: false });
  const running = useRef(false);
  const run: Action['run'] = async (write, done) => {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true });
    const answer = await write();
    running.current = false;
    setState(answer.ok ? { busy: false } : { busy: false, failure: answer.failure });
    if (answer.ok) done(answer.value);
    return answer.ok;
  };
  return { ...state, run };
}
