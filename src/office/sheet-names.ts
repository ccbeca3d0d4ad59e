/** Longest name of a sheet, in UTF-16 units. */
const MAX_CHARS = 31;

/** Names that Excel accepts (it keeps `History` to itself), as near to the wanted ones as can be: allowed characters, at most 31, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history']);
  return wanted.map((name) => {
    const clean = name.replace(/[\p{Cc}[\]:*?/\\\ufffe\uffff]/gu, '_').toWellFormed().trim().replace(/^'|'$/g, '_') || 'Sheet';
    let free = cut(clean, '');
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = cut(clean, ` (${count})`);
    taken.add(free.toLowerCase());
    return free;
  });
}

function cut(name: string, ending: string): string {
  const room = MAX_CHARS - ending.length;
  const whole = name.length <= room ? name : name.slice(0, room).replace(/[\ud800-\udbff]$/, '');
  return whole.replace(/'$/, '_') + ending;
}
