/** A minted code as people type it: case, spaces and dashes do not matter, O is 0, I and L are 1. */
export function readCode(typed: string): string {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return text.length === 15 ? `${text.slice(0, 5)}-${text.slice(5, 10)}-${text.slice(10)}` : typed.trim();
}
