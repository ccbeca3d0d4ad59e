import type { Queryable } from '../../base/database.ts';
import type { Day } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import type { Value } from '../../mechanism/dossier.ts';
import { convert, isForeign } from '../../mechanism/exchange.ts';
import type { SubjectKind } from '../../mechanism/vocabulary.ts';

/**
 * Fills amounts in 人民币 that nobody said from the foreign money beside them, by the rate of a day (s3.4).
 * @returns what is filled, in fen by field, and what keeps an amount from being filled
 */
export async function fillConverted(db: Queryable, { ledger: { mechanism } }: Pick<LedgerContext, 'ledger'>, kind: SubjectKind, fields: Readonly<Record<string, Value>>, day: Day): Promise<{ filled: Record<string, string>; problems: string[] }> {
  const filled: Record<string, string> = {};
  const problems: string[] = [];
  for (const [id, { label, from }] of Object.entries(kind.fields)) {
    const amount = from === undefined || fields[id] !== undefined ? undefined : fields[from];
    if (from === undefined || amount === undefined) continue;
    const { label: original, currency } = kind.fields[from]!;
    const word = currency === undefined ? undefined : fields[currency];
    if (word === undefined) problems.push(`“${original}”没有写明币种，请选择币种，或直接填写“${label}”。`);
    else if (!isForeign(mechanism.pack, String(word))) problems.push(`${String(word)}不按汇率折算，请直接填写“${label}”。`);
    else {
      const converted = convert(mechanism.pack, await parametersInForce(db, mechanism), { amount: BigInt(String(amount)), currency: String(word), day });
      if (converted) filled[id] = String(converted.fen);
      else problems.push(`${day}没有可用的${String(word)}汇率，折不成人民币。请直接填写“${label}”，或先提请确定汇率。`);
    }
  }
  return { filled, problems };
}
