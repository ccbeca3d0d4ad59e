import { addDays, type Day } from '../../kernel/day.ts';
import { type Period, stateOf, type Window, windowAt, windowsOf } from '../../kernel/window.ts';
import { write } from '../../base/write.ts';
import { freeze } from '../../ledger/freeze.ts';
import { record } from '../../ledger/record.ts';
import type { Author } from '../../ledger/statements.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import { keepEvidence } from '../../domains/records/evidence.ts';
import type { Platform } from '../platform.ts';
import { playLeads } from './leads.ts';

/** Life on top of the demonstration's registers, by the offices that the pack names. */
export async function playDemonstration(platform: Platform, year: number): Promise<void> {
  const today = platform.clock.today();
  await attachEvidence(platform, today);
  const specimen = await specimenOf('佐证');
  await act(platform, today, async (tx, author) => {
    await playLeads(platform, tx, author, specimen);
    return { action: 'records:enter', objectKind: 'register', objectId: 'project' };
  });
  for (const window of passedWindows(year, today)) {
    await act(platform, today, async (tx, author) => {
      const made = await freeze(tx, platform.ledger, author, window, `${window.name}进度通报（示范）`);
      return { action: 'freezes:make', objectKind: 'freeze', objectId: made.id };
    });
  }
  await returnOneAfterFreeze(platform, year, today);
}

/** The first half-year and the last month, where they have passed. */
function passedWindows(year: number, today: Day): Window[] {
  const passed = (period: Period): Window[] => windowsOf(year, period).filter((it) => stateOf(it, today) === 'passed');
  const [half] = passed('half');
  const month = passed('month').at(-1);
  return [half, month].filter((it): it is Window => it !== undefined);
}

/** An activity of a frozen month is found wanting afterwards: the frozen board stays, an adjustment shows. */
async function returnOneAfterFreeze({ database, ledger, ...platform }: Platform, year: number, today: Day): Promise<void> {
  const month = windowsOf(year, 'month').filter((it) => stateOf(it, today) === 'passed').at(-1) ?? windowAt(addDays(today, -31), 'month');
  const { rows } = await database.query<{ subject_id: string; kind: string; number: string }>(
    `select d.subject_id, d.kind, d.number from dossier d join posting p using (subject_id)
     where p.day between $1 and $2 and p.standing = 'certified' and d.kind = 'activity' order by d.number limit 1`,
    [month.from, month.to],
  );
  const [found] = rows;
  if (!found) return;
  await act({ database, ledger, ...platform }, today, async (tx, author) => {
    const subject = { id: found.subject_id, kind: found.kind, number: found.number };
    await record(tx, ledger, author, [{ subject, verdict: { act: 'return', milestones: [ENTRY], reason: '复核发现签到材料不全，请补齐后重新申报' } }]);
    return { action: 'records:return', objectKind: 'dossier', objectId: found.subject_id };
  });
}

type Work = (tx: Parameters<typeof record>[0], author: Author) => Promise<{ action: string; objectKind: string; objectId: string }>;

async function act({ database, ledger }: Pick<Platform, 'database' | 'ledger'>, today: Day, work: Work): Promise<void> {
  const unit = ledger.mechanism.pack.registers.find((it) => it.subject === undefined)?.keeper ?? ledger.mechanism.pack.units[0]!.id;
  const request = crypto.randomUUID();
  await write(database, { id: request, account: null, body: ['demonstration'] }, async (tx) => {
    const row = await work(tx, { unit, account: null, request, today });
    return { answer: null, audit: [{ unit, ...row }] };
  });
}

/** Specimens beside every certified activity (a sign-in sheet) and project (an agreement's summary): invented, as Excel. */
async function attachEvidence(platform: Platform, today: Day): Promise<void> {
  for (const [subject, kind] of [['activity', '签到表'], ['project', '协议摘要']] as const) {
    const bytes = await specimenOf(kind);
    const { rows } = await platform.database.query<{ subject_id: string; number: string }>("select subject_id, number from dossier where kind = $1 and state = 'certified' order by number", [subject]);
    await act(platform, today, async (tx, author) => {
      for (const it of rows) await keepEvidence(tx, author, { dossier: it.subject_id, milestone: ENTRY, kind, name: `${it.number}${kind}.xlsx`, bytes });
      return { action: 'records:add-evidence', objectKind: 'register', objectId: subject };
    });
  }
}

/** A small workbook that says of itself that it is invented. */
function specimenOf(kind: string): Promise<Uint8Array> {
  return writeWorkbook([{ name: kind, rows: [[`${kind}（示范样张，内容虚构）`], ['序号', '单位', '说明'], [{ number: '1' }, '示范单位', '示范内容']], boldRows: [0, 1] }]);
}
