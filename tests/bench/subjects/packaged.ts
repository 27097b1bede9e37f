import { bundle, bundled } from './bundle.ts';
import type { Subject } from './Subject.ts';

const CART = "window.benchTrack&&benchTrack('add_to_cart',{value:48})";

type Packaged = Pick<Subject, 'name' | 'from' | 'duty' | 'answer' | 'route' | 'above'> & { readonly entry: string; readonly tells?: boolean };

/** A peer that its users install from npm and bundle. `tells`: its entry sets `benchTrack`. */
export const packaged = ({ entry, tells = false, ...subject }: Packaged): Subject => ({
  ...subject, files: () => bundle(entry), head: (at) => bundled(entry, at), ...(tells ? { cart: CART } : {}),
});
