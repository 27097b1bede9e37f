import type { Role } from '@tactful/protocol';
import type { JSX } from 'preact';
import { Empty } from '../parts/Empty.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import type { Desk } from './Desk.ts';
import { routeTo } from './route.ts';

/** Where an address leads that the person's role does not open: which role would, who gives it, and the way to where they may be. */
export function NotForRole({ desk: { site }, title, least }: { readonly desk: Desk; readonly title: string; readonly least: Role }): JSX.Element {
  return (
    <Room title={title}>
      <Empty title={word('role.closed')}>
        <p>{word('role.closed.body', { role: word(`role.${site.role}`), least: word(`role.${least}`), site: site.name })}</p>
        <a class="button primary" href={routeTo(site.id, 'overview')}>{word('nowhere.go', { site: site.name })}</a>
      </Empty>
    </Room>
  );
}
