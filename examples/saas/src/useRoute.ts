import { useEffect, useState } from 'preact/hooks';

/** The path of the address bar, and a way to go elsewhere through the history. */
export function useRoute(): readonly [path: string, go: (to: string) => void] {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (to: string) => {
    history.pushState(null, '', to);
    setPath(to);
    scrollTo(0, 0);
  };
  return [path, go];
}
