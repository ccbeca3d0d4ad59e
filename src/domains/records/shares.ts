import { decimal, formatDecimal, one } from '../../kernel/decimal.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Credit } from '../../mechanism/dossier.ts';
import type { Pack } from '../../mechanism/format/pack.ts';

/** Percent with at most six decimals, as JavaScript writes numbers. */
const PERCENT = /^\d+(\.\d{1,6})?$/;

/**
 * Credits from percentages.
 * @param undivided of a kind whose hosts each have it in full: then every unit has 100
 * @throws Refusal 'bad-share', 'unknown-unit'
 */
export function creditsOf(pack: Pack, parts: readonly { unit: string; percent: number }[], undivided: boolean): Credit[] {
  const known = new Set(pack.units.map((it) => it.id));
  if (parts.some((it) => !known.has(it.unit))) throw new Refusal('unknown-unit', '其中有机制里没有的单位，请从单位列表中选择。');
  if (new Set(parts.map((it) => it.unit)).size !== parts.length) throw new Refusal('bad-share', '同一个单位写了两次，请合并成一行。');
  if (parts.some((it) => !PERCENT.test(String(it.percent)))) throw new Refusal('bad-share', '分成最多写六位小数，请改正后再提交。');
  const credits = parts.map((it) => ({ unit: it.unit, share: formatDecimal(decimal(it.percent) / 100n) }));
  if (undivided) {
    if (credits.some((it) => it.share !== '1')) throw new Refusal('bad-share', '联办的各单位都全额计入，不分成，请把每个单位都写成 100%。');
    return credits;
  }
  const sum = credits.reduce((total, it) => total + decimal(it.share), 0n);
  if (sum !== one) throw new Refusal('bad-share', `各单位的分成相加是 ${formatDecimal(sum * 100n)}%，应为 100%，请改正后再提交。`);
  return credits;
}
