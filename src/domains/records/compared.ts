/** A text in SQL as `comparableName` has it, in lower case. */
export function comparable(sql: string): string {
  return `lower(regexp_replace(normalize(${sql}, NFKC), '\\s', '', 'g'))`;
}

/** A pattern for `like` that finds a text as a part. */
export function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
