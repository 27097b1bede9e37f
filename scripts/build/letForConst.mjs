/**
 * Says `let` for `const` in a finished bundle, where it makes no difference any more: one keyword compresses better than two
 * (50 bytes of the core's gzip).
 */
export const letForConst = {
  name: 'let-for-const',
  renderChunk(code) {
    const starts = [];
    const visit = (node) => {
      if (!node || typeof node !== 'object') return;
      if (node.type === 'VariableDeclaration' && node.kind === 'const') starts.push(node.start);
      for (const key of Object.keys(node)) visit(node[key]);
    };
    visit(this.parse(code));
    let out = '';
    let from = 0;
    for (const start of starts.sort((one, other) => one - other)) {
      out += code.slice(from, start) + 'let';
      from = start + 'const'.length;
    }
    return { code: out + code.slice(from), map: null };
  },
};
