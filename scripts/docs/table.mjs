const cell = (text) => String(text ?? '').replace(/\|/g, '\\|').replace(/\n/g, ' ');

/** A Markdown table. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A page: title, lead and sections, with the note where it comes from. */
export function page(title, lead, ...sections) {
  return `<!-- Written by \`npm run docs\` from the code. Do not edit. -->\n# ${title}\n\n${[lead, ...sections].join('\n\n')}\n`;
}
