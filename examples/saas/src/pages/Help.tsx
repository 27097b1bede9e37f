import type { PageProps } from '../App.tsx';

export function Help({ words, tactful }: PageProps) {
  const text = words.help;
  return (
    <>
      <div class="title"><div><h1>{text.title}</h1><p>{text.lead}</p></div>
        <button type="button" class="button" onClick={() => tactful.chat.open()}>{text.ask}</button></div>
      <figure class="card film">
        <video controls preload="none" poster="/video/workflow.svg" src="/video/workflow.webm" crossorigin="anonymous">
          <track default kind="captions" srclang={document.documentElement.lang} src={`/video/workflow.${document.documentElement.lang}.vtt`} label={text.captions} />
        </video>
        <figcaption>{text.film}</figcaption>
      </figure>
      {text.answers.map(([question, answer]) => <details class="card"><summary>{question}</summary><p>{answer}</p></details>)}
    </>
  );
}
