import { driversOf } from '@tactful/engine';
import { expertModel, STATES, type SessionDetail } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { Card } from '../parts/Card.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { driverText } from './driverText.ts';

/** Each state's score at its highest and at the end, and what drove it, by the model that scored it; of one that is kept no longer it says only how high it came. */
export function IntentTable({ summary, model: learned, desk }: Pick<SessionDetail, 'summary' | 'model'> & { readonly desk: Desk }): JSX.Element | null {
  const { format, site } = desk;
  const { intents, features, model } = summary;
  const told = STATES.filter(state => intents[state]);
  if (told.length === 0) return null;
  const expert = expertModel(STATES, site.currency);
  // What is learned takes the place of some of the experts' scores.
  const scores = model === expert.id || learned ? { ...expert.states, ...learned?.states } : undefined;
  const drivers = (state: (typeof STATES)[number]): string => scores ? driversOf(scores[state]!, features).map(driver => driverText(driver, format)).join(', ') || word('intent.nothing') : word('intent.learned');
  return (
    <Card title={word('session.intents')} note={word('session.intents.note')} wide>
      <Table label={word('session.intents')} rows={told} id={state => state} wordy columns={[
        { title: word('intent.state'), cell: state => word(`intent.${state}`) },
        { title: word('intent.peak'), number: true, cell: state => format.share(intents[state]!.peak) },
        { title: word('intent.last'), number: true, cell: state => format.share(intents[state]!.last) },
        { title: word('intent.drivers'), cell: drivers },
      ]} />
    </Card>
  );
}
