import { expertModel, STATES, type Summary } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { Card } from '../parts/Card.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { driversOf } from './driversOf.ts';
import { driverText } from './driverText.ts';

/** Each state's score at its highest and at the end, and what drove it; of a learned model the summary says only how high it came. */
export function IntentTable({ summary, desk }: { readonly summary: Summary; readonly desk: Desk }): JSX.Element | null {
  const { format, site } = desk;
  const { intents, features, model } = summary;
  const told = STATES.filter(state => intents[state]);
  if (told.length === 0) return null;
  const expert = expertModel(STATES, site.currency);
  const drivers = (state: (typeof STATES)[number]): string => model === expert.id ? driversOf(expert.states[state]!, features).map(driver => driverText(driver, format)).join(', ') || word('intent.nothing') : word('intent.learned');
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
