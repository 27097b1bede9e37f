import type { Failure } from '../api/Answer.ts';
import { word } from '../words/word.ts';

const SAID: Readonly<Record<string, Parameters<typeof word>[0]>> = {
  'conflict email': 'team.others', 'conflict password': 'team.others.password', 'invalid password': 'team.needs', 'invalid email': 'team.email.bad',
};

/** Why somebody could not be given a role, in words of the team; any other failure as it is. */
export function grantFailure(failure: Failure): Failure {
  const said = SAID[`${failure.code} ${failure.issues[0]?.path}`];
  return said ? { ...failure, message: word(said), issues: [] } : failure;
}
