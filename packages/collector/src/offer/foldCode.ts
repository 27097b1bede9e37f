/** What of a code counts when people type it: case, spaces and dashes do not matter, O is 0, I and L are 1. */
export const foldCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
