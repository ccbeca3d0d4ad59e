import { Refusal } from '../../kernel/refusal.ts';

/**
 * Refuses input with text that the database cannot keep as it is: zero characters, halves of a surrogate pair. Asked once for
 * every request, of keys and values; not by recursion, for a body may be nested as deep as it is long.
 * @throws Refusal 'bad-text'
 */
export function refuseUnstorable(input: unknown): void {
  const open = [input];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) throw new Refusal('bad-text', '填写的内容里有看不见的无效字符，请删去后重新填写。');
    if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) open.push(key, inner);
  }
}
