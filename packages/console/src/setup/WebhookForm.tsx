import { LIMITS, WEBHOOK_EVENTS, WEBHOOK_TEMPLATES, type WebhookEvent, type WebhookTemplate } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Desk } from '../app/Desk.ts';
import { useAction } from '../app/useAction.ts';
import { Problem } from '../parts/Problem.tsx';
import { word } from '../words/word.ts';
import { SecretOnce } from './SecretOnce.tsx';

/** Robots whose platform draws a secret that messages to them are signed with. */
const SIGNED: readonly WebhookTemplate[] = ['dingtalk', 'feishu'];
const EVENTS = Object.keys(WEBHOOK_EVENTS) as WebhookEvent[], TEMPLATES = Object.keys(WEBHOOK_TEMPLATES) as WebhookTemplate[];

/** Adds a receiver: a server, which is told the secret that signs, or a robot in a group's chat. */
export function WebhookForm({ desk, changed }: { readonly desk: Desk; readonly changed: () => void }): JSX.Element {
  const id = useId();
  const [template, setTemplate] = useState<WebhookTemplate>('json');
  const [told, setTold] = useState('');
  const { busy, failure, run } = useAction();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const secret = String(data.get('secret') ?? '').trim();
    const hook = { url: String(data.get('url')).trim(), template, events: data.getAll('event') as WebhookEvent[], ...(secret && { secret }) };
    void run(() => desk.api.addWebhook(desk.site.id, hook), (made) => {
      setTold(made.secret ?? '');
      desk.say(word('hooks.added', { id: made.id }));
      form.reset();
      setTemplate('json');
      changed();
    });
  };
  return (
    <>
      {told && <SecretOnce label={word('hooks.secret')} secret={told} taken={() => setTold('')} />}
      <form class="fields" onSubmit={submit} aria-describedby={failure ? id : undefined}>
        <label>{word('hooks.template')}<select value={template} onChange={event => setTemplate(event.currentTarget.value as WebhookTemplate)}>{TEMPLATES.map(name => <option key={name} value={name}>{word(`template.${name}`)}</option>)}</select></label>
        <label>{word('hooks.url')}<input type="url" name="url" required maxLength={LIMITS.urlChars} autocomplete="off" spellcheck={false} aria-describedby={`${id}-help`} /></label>
        <p class="note" id={`${id}-help`}>{word(template === 'json' ? 'hooks.url.help' : 'hooks.url.robot', { host: WEBHOOK_TEMPLATES[template].hosts.join(', ') })}</p>
        {SIGNED.includes(template) && <label>{word('hooks.robot.secret')}<input type="password" name="secret" maxLength={200} autocomplete="off" /></label>}
        <fieldset class="checks">
          <legend>{word('hooks.hears')}</legend>
          {EVENTS.map(event => <label key={event}><input type="checkbox" name="event" value={event} defaultChecked={event === 'request'} /><span>{word(`hears.${event}`)} <span class="note">{word(`hears.${event}.means`)}</span></span></label>)}
        </fieldset>
        <Problem failure={failure} id={id} />
        <button type="submit" class="primary" disabled={busy}>{word('hooks.add')}</button>
      </form>
    </>
  );
}
