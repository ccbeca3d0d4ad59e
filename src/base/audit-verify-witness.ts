import { type AuditFindings, instantInChinese } from './audit-findings.ts';
import type { AuditKeys } from './audit-keys.ts';
import { hashOfSeal, type Seal, SEAL_COLUMNS, signatureHolds } from './audit-seal.ts';
import { readWitness, sealsAfter } from './audit-witness.ts';
import type { Queryable } from './database.ts';

const PAGE = 1_000;

/** A witness's file as it is to be read. */
interface WitnessFile {
  readonly place: string;
  /** How long it was before the snapshot was taken. */
  readonly bytes: number;
  /** Seals made before this (seconds since 1970) must stand in it. */
  readonly oldest: number;
}

/** Whether every seal that the witness was told still stands, and it was told every seal. */
export async function checkWitness(sql: Queryable, keys: AuditKeys, { place, bytes, oldest }: WitnessFile, findings: AuditFindings): Promise<void> {
  const seen = new Set<number>();
  let page: Seal[] = [];
  const compare = async (): Promise<void> => {
    const { rows } = await sql.query<Seal>(`select ${SEAL_COLUMNS} from audit_seal where id = any($1)`, [page.map((it) => it.id)]);
    const held = new Map(rows.map((it) => [it.id, hashOfSeal(it)]));
    for (const told of page) {
      if (!signatureHolds(keys, told)) findings.add(`见证文件“${place}”中第 ${told.id} 号封存的签名不对，这一行被改过。`);
      else if (held.get(told.id) === hashOfSeal(told)) seen.add(told.id);
      else findings.add(`第 ${told.id} 号封存（${instantInChinese(told.at)}，${told.rows} 行）见证文件“${place}”里有，数据库里${held.has(told.id) ? '却是另一个' : '已没有'}。`);
    }
    page = [];
  };
  for await (const told of readWitness(place, bytes)) {
    if (page.push(told) === PAGE) await compare();
  }
  await compare();
  let untold = 0;
  let first: Seal | undefined;
  for (let seals = await sealsAfter(sql, 0); seals.length > 0; seals = await sealsAfter(sql, seals.at(-1)!.id)) {
    const missing = seals.filter((it) => !seen.has(it.id) && Number(it.at) < oldest);
    untold += missing.length;
    first ??= missing[0];
  }
  if (first) findings.add(`见证文件“${place}”缺 ${untold} 个封存，从第 ${first.id} 号（${instantInChinese(first.at)}）起。`);
}
