import type { SessionDetail, Summary } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { languageName } from '../format/languageName.ts';
import { Card } from '../parts/Card.tsx';
import { Stat } from '../parts/Stat.tsx';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';

/** When, how long, on what, and from which parts the summary was merged. */
export function SessionFacts({ summary, parts, format, locale }: { readonly summary: Summary; readonly parts: SessionDetail['parts']; readonly format: Format; readonly locale: string }): JSX.Element {
  const { context } = summary;
  return (
    <Card title={word('session.facts')} wide note={word('session.parts', { n: parts.length, list: parts.map(({ part, seq }) => `${part.slice(0, 6)} · ${seq}`).join(', ') })}>
      <dl class="stats facts">
        <Stat name={word('session.began')} value={format.dateTime(summary.startedAt)} />
        <Stat name={word('session.duration')} value={format.span(summary.durationMs)} />
        <Stat name={word('session.active')} value={format.span(summary.activeMs)} />
        <Stat name={word('session.device')} value={wordOr('device', context.device)} />
        <Stat name={word('session.locale')} value={languageName(context.locale, locale)} />
        <Stat name={word('session.referrer')} value={wordOr('referrer', context.referrer)} />
        <Stat name={word('session.config')} value={<code>{summary.config}</code>} />
        <Stat name={word('session.sdk')} value={<code>{summary.sdk}</code>} />
      </dl>
    </Card>
  );
}
