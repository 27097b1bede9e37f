/** Writes style sheets in one line: in a bundle each line end is two letters (27 bytes of the widget's gzip). */
export const joinLines = {
  name: 'join-lines',
  transform: (code, id) => /(styles.\w+|STYLES)\.js$/.test(id) ? code.replace(/`[^`]*`/g, (sheet) => sheet.replaceAll('\n', '')) : null,
};
