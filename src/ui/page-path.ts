/** The parts of a page's pattern that an address fills in: `'/figures/$measure/$owner'` has `measure` and `owner`. */
export type ParamName<Pattern extends string> = Pattern extends `${string}$${infer Name}/${infer Rest}` ? Name | ParamName<`/${Rest}`> : Pattern extends `${string}$${infer Name}` ? Name : never;

export type Params<Pattern extends string> = Readonly<Record<ParamName<Pattern>, string>>;

/** `fillPath('/dossiers/$id', { id: '7' })` is `/dossiers/7`; what is not fit for an address is escaped. */
export function fillPath(pattern: string, params: Readonly<Record<string, string>> = {}): string {
  return pattern.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** What an address fills in, or undefined where it is not of that pattern. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [partsOf(pattern), partsOf(path)];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decoded(given[index]!);
    if (value === undefined || (!part.startsWith('$') && part !== value)) return undefined;
    if (part.startsWith('$')) params[part.slice(1)] = value;
  }
  return params;
}

const partsOf = (path: string) => path.split('/').filter((it) => it !== '');

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
