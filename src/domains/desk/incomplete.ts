import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers, loadNeighbourhood } from '../../ledger/dossiers.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import { askedBy, courseOf } from '../../mechanism/course.ts';
import type { CertifiedRow } from './report-rows.ts';

const BATCH = 500;

/** Of what was certified, that whose gate still lacks something, with what it lacks. */
export async function certifiedIncomplete({ database, ledger: { mechanism }, clock }: LedgerContext, rows: readonly CertifiedRow[]): Promise<(CertifiedRow & { missing: string[] })[]> {
  const parameters = await parametersInForce(database, mechanism);
  const found: (CertifiedRow & { missing: string[] })[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const ids = [...new Set(batch.map((it) => it.id))];
    const [dossiers, { rows: words }] = await Promise.all([loadDossiers(database, ids), database.query<{ id: string; kind: string }>('select distinct subject_id as id, kind from evidence where subject_id = any($1::uuid[])', [ids])]);
    const around = await loadNeighbourhood(database, mechanism, [...dossiers.values()], async () => undefined);
    const sight = { standing: 'declared', around, parameters, day: clock.today() } as const;
    for (const row of batch) {
      const dossier = dossiers.get(row.id)!;
      const gate = courseOf(mechanism.courses, dossier, sight)?.gates.find((it) => it.format.milestone === row.milestone);
      if (!gate) continue;
      const evidence = new Map([['', words.filter((it) => it.id === row.id).map((it) => it.kind)]]);
      const missing = askedBy(gate, dossier, { kind: mechanism.vocabulary[dossier.kind]!, evidenceKinds: mechanism.pack.evidenceKinds, evidence, sight }).filter((it) => it.outcome !== 'yes').map((it) => it.label);
      if (missing.length > 0) found.push({ ...row, missing });
    }
  }
  return found;
}
