import { ROLES, type Role } from '@tactful/protocol';
import type { JSX } from 'preact';
import { word } from '../words/word.ts';

/** Chooses a role. */
export function RoleSelect({ value, label, disabled = false, choose }: {
  readonly value: Role; readonly label?: string; readonly disabled?: boolean; readonly choose: (role: Role) => void;
}): JSX.Element {
  return (
    <select value={value} disabled={disabled} aria-label={label} onChange={event => choose(event.currentTarget.value as Role)}>
      {(Object.keys(ROLES) as Role[]).map(role => <option key={role} value={role}>{word(`role.${role}`)}</option>)}
    </select>
  );
}
