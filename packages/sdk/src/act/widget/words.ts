import type { TextKey } from '@tactful/protocol';

/**
 * One of the widget's words with its slots filled. The configuration brings the words; where one is missing, its key is
 * legible English (`your_data`), so that no button is ever empty.
 */
export function words(texts: Readonly<Record<string, string>>, key: TextKey, values?: Readonly<Record<string, string>>): string {
  const text = texts[key] || key.replace(/_/g, ' ');
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => (values && values[name]) || slot);
}
