import { useState } from 'preact/hooks';
import type { PageProps } from '../App.tsx';
import { checkWorkflow, FIRST_DRAFT, type Draft, type Field } from '../checkWorkflow.ts';

/** The advanced workflow: seven settings that have to fit together, checked when it is saved. */
export function Workflow({ words, tactful }: PageProps) {
  const text = words.workflow;
  const [draft, setDraft] = useState<Draft>(FIRST_DRAFT);
  const [wrong, setWrong] = useState<readonly Field[]>([]);
  const [state, setState] = useState<'editing' | 'refused' | 'saved'>('editing');

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const found = checkWorkflow(draft);
    setWrong(found);
    setState(found.length > 0 ? 'refused' : 'saved');
    const ok = found.length === 0;
    // A second attempt with the same mistakes changes nothing on the page, so how it went is said here.
    tactful.track(ok ? 'form_success' : 'form_error', { form: 'workflow' });
    tactful.track(ok ? 'configuration_saved' : 'configuration_error', { count: found.length });
  };
  const edit = (field: Field, value: string) => {
    setDraft({ ...draft, [field]: value });
    // A field that is being mended is not called wrong until the next attempt; so each attempt shows its errors anew.
    setWrong(wrong.filter((one) => one !== field));
    setState('editing');
  };
  const input = (field: Field) => {
    const bad = wrong.includes(field);
    const shared = {
      id: field, name: field, value: draft[field], spellcheck: false, autocomplete: 'off', 'aria-invalid': bad ? ('true' as const) : undefined,
      'aria-describedby': `${field}-hint`, onInput: (event: { currentTarget: { value: string } }) => edit(field, event.currentTarget.value),
    };
    return (
      <p class={`field ${field}`}>
        <label for={field}>{text.fields[field]}</label>
        {field === 'mapping' ? <textarea rows={4} {...shared} /> : <input {...shared} />}
        <span class={bad ? 'wrong' : 'hint'} id={`${field}-hint`}>{bad ? text.errors[field] : text.hints[field]}</span>
      </p>
    );
  };

  return (
    <>
      <div class="title"><div><h1>{text.title}</h1><p>{text.lead}</p></div></div>
      <form class="card form" data-tactful-form="workflow" noValidate onSubmit={save}>
        <div class="status" aria-live="polite">
          {state === 'refused' && <p class="note bad">{text.refused}</p>}
          {state === 'saved' && <p class="note good">{text.saved}</p>}
        </div>
        {input('name')}
        <fieldset><legend>{text.when}</legend>{input('schedule')}{input('filter')}</fieldset>
        <fieldset><legend>{text.how}</legend>{input('window')}{input('retries')}</fieldset>
        <fieldset><legend>{text.then}</legend>{input('target')}{input('mapping')}</fieldset>
        <p class="actions"><button class="button" id="save-workflow">{text.save}</button></p>
      </form>
    </>
  );
}
