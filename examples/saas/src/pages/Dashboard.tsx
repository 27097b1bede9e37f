import type { PageProps } from '../App.tsx';

const RUNS = [12, 18, 15, 22, 19, 26, 31, 24, 28, 34, 30, 38, 41, 37];
const FLOWS = [['invoice', 214, 'ok'], ['leads', 96, 'ok'], ['refunds', 12, 'wait']] as const;

/** A line through the runs of two weeks. */
function Spark() {
  const most = Math.max(...RUNS);
  const points = RUNS.map((runs, day) => `${((day / (RUNS.length - 1)) * 600).toFixed(1)},${(150 - (runs / most) * 130).toFixed(1)}`).join(' ');
  return (
    <svg class="spark" viewBox="0 0 600 160" preserveAspectRatio="none" aria-hidden="true">
      <polygon points={`0,160 ${points} 600,160`} /><polyline points={points} />
    </svg>
  );
}

export function Dashboard({ words, go }: PageProps) {
  const text = words.dashboard;
  return (
    <>
      <div class="title"><div><h1>{text.title}</h1><p>{text.lead}</p></div>
        <a class="button" href="/workflow" onClick={(event) => { event.preventDefault(); go('/workflow'); }}>{text.create}</a></div>
      <dl class="figures">
        <div><dt>{text.runs}</dt><dd>322</dd></div><div><dt>{text.success}</dt><dd>98.4%</dd></div><div><dt>{text.hours}</dt><dd>11.5</dd></div>
      </dl>
      <section class="card"><h2>{text.chart}</h2><Spark /></section>
      <section class="card"><h2>{text.flows}</h2>
        <ul class="rows">{FLOWS.map(([id, runs, state]) => (
          <li><span class={`dot ${state}`} /><span>{text.names[id]}</span><span class="muted">{text.count.replace('{n}', String(runs))}</span><span class="muted">{text.state[state]}</span></li>
        ))}</ul></section>
    </>
  );
}
