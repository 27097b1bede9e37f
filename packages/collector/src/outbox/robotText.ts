import type { WebhookBody } from '@tactful/protocol';

/** WeCom takes 2,048 bytes of text, the others more. */
const BYTES = 2_000;

const EN = {
  message: 'Message seen: {campaign} ({outcome})', conversion: 'Conversion: {event} {value}', request: '{name} asks for a person\nContact: {contact}\n{text}', nobody: 'Somebody',
};
const ZH: typeof EN = { message: '已展示消息：{campaign}（{outcome}）', conversion: '转化：{event} {value}', request: '{name} 请求人工服务\n联系方式：{contact}\n{text}', nobody: '有访客' };

/** In a chat `<` begins a mention or a link, which nobody but its members may make. */
const plain = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

function clip(text: string): string {
  const encoder = new TextEncoder();
  let rest = BYTES;
  let kept = '';
  for (const char of text) {
    rest -= encoder.encode(char).byteLength;
    if (rest < 0) return `${kept}…`;
    kept += char;
  }
  return kept;
}

/** What a robot says of an event: text, in the language of its platform. It begins with the product's and the site's name, which a robot's own filter may ask for. */
export function robotText({ site, ...event }: WebhookBody, language: 'en' | 'zh'): string {
  const words = language === 'en' ? EN : ZH;
  const values: Record<string, string> = event.type === 'message' ? { campaign: event.data.campaign, outcome: event.data.outcome }
    : event.type === 'conversion' ? { event: event.data.event, value: event.data.value === undefined ? '' : `${event.data.value} ${event.data.currency ?? ''}` }
      : { name: event.data.name || words.nobody, contact: event.data.contact, text: event.data.text };
  return clip(`Tactful · ${plain(site)}\n${words[event.type].replace(/\{(\w+)\}/g, (_whole, name: string) => plain(values[name] ?? ''))}`.trimEnd());
}
