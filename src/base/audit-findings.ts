const KEPT = 100;

/** What a check found: all are counted, the first hundred kept. */
export class AuditFindings {
  readonly sentences: string[] = [];
  count = 0;

  add(sentence: string): void {
    this.count++;
    if (this.sentences.length < KEPT) this.sentences.push(sentence);
  }
}

/** A stored instant as it is read in the city. @param at seconds since 1970 */
export function instantInChinese(at: string | number | null): string {
  const time = new Date(Number(at ?? Number.NaN) * 1000);
  return Number.isNaN(time.getTime()) ? '时间不明' : time.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
