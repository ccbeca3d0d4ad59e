import { expect, it } from 'vitest';
import { type TestLedger, withLedger } from '../../tests/database.ts';
import { transact } from '../base/transaction.ts';
import { parseWindow } from '../kernel/window.ts';
import { freeze } from './freeze.ts';
import { record } from './record.ts';
import { selfAudit } from './self-audit.ts';
import type { Author } from './statements.ts';
import { foldTotals } from './totals.ts';
import { resolveSubjects } from './subjects.ts';

const author: Author = { unit: 'gaoxinqu', account: null, request: '00000000-0000-4000-8000-000000000001', today: '2022-02-01' };

/** A certified project with its investment, and the year 2021 frozen. */
async function aYear(work: (test: TestLedger) => Promise<void>): Promise<void> {
  await withLedger('taixing', async (test) => {
    await transact(test.database, async (tx) => {
      const ids = await resolveSubjects(tx, [{ kind: 'project', number: 'XM-1' }, { kind: 'investment', number: 'TZ-1' }, { kind: 'activity', number: 'HD-1' }]);
      const project = { id: ids.get('project XM-1')!, kind: 'project', number: 'XM-1' };
      const investment = { id: ids.get('investment TZ-1')!, kind: 'investment', number: 'TZ-1' };
      const credits = [{ unit: 'gaoxinqu', share: '0.6' }, { unit: 'kejiju', share: '0.4' }];
      const verdict = { act: 'certify', milestones: 'all' } as const;
      await record(tx, test.ledger, author, [
        { subject: project, entry: { fields: { type: '人才创业项目', agreement: '正式协议' }, references: {}, credits }, milestones: { signed: '2021-03-05' }, verdict },
        { subject: investment, entry: { fields: { investor: '甲', nature: '社会资本', investmentLed: true, amount: '1000000000' }, references: { project: project.id }, credits: [] }, milestones: { arrived: '2021-04-01' }, verdict },
        // Waits to be certified.
        { subject: { id: ids.get('activity HD-1')!, kind: 'activity', number: 'HD-1' }, unit: 'gaoxinqu', entry: { fields: {}, references: {}, credits: [{ unit: 'gaoxinqu', share: '1' }] } },
      ]);
      await freeze(tx, test.ledger, author, parseWindow('2021')!, null);
    });
    await foldTotals(test.database, 1);
    await work(test);
  });
}

it('finds nothing in a ledger that was only written by record and freeze', async () => {
  await aYear(async ({ database, ledger }) => {
    expect(await selfAudit(database, ledger)).toEqual([]);
  });
});

const SIGNED = "measure = 's3.signed' and owner = 'gaoxinqu' and standing = 'certified'";

it.each([
  ['dossier', `update dossier set body = jsonb_set(body, '{fields,agreement}', '"框架协议"') where number = 'XM-1'`, '项目“XM-1”的档案与所录事实不符：协议类型应为“正式协议”，现为“框架协议”。'],
  ['dossier', "update dossier set state = 'declared' where number = 'TZ-1'", '投资“TZ-1”的档案与所录事实不符：认定状态应为“certified”，现为“declared”。'],
  ['dossier', "delete from dossier where number = 'TZ-1'", '投资“TZ-1”有事实而没有档案。'],
  ['dossier', "insert into dossier (subject_id, kind, number, unit, state, body, seq) select id, 'agency', '某所', 'x', 'declared', '{\"fields\":{},\"milestones\":{},\"references\":{},\"credits\":[]}', 1 from s", '中介机构“某所”有档案而没有事实。'],
  ['reference', 'delete from reference', /^投资“TZ-1”的引用表与档案不符：应为investment project .*，现为无。$/],
  ['credited', "update credited set unit = 'jingkaiqu' where unit = 'kejiju'", '项目“XM-1”的计入单位表与档案不符：应为gaoxinqu、kejiju，现为gaoxinqu、jingkaiqu。'],
  ['posting', `update posting set quantity = 1 where ${SIGNED}`, '项目“XM-1”的计数与规则不符：“新签约项目”泰兴高新区2021-03-05认定口径应为0.6，现为1。'],
  ['posting', `delete from posting where ${SIGNED}`, '项目“XM-1”的计数与规则不符：“新签约项目”泰兴高新区2021-03-05认定口径应为0.6，现为0。'],
  ['posting', "insert into posting select nextval('ledger_seq'), measure, owner, standing, day, quantity, doubt, clause, uuidv7(), facts, revision, request from posting limit 1", /^第\d+号计数没有对应的记录或版本，不知从何而来。$/],
  ['posting', "update posting set revision = 99 where seq = (select min(seq) from posting)", /^第\d+号计数没有对应的记录或版本，不知从何而来。$/],
  ['dossier', "update dossier set subject_id = uuidv7() where number = 'TZ-1'", /^档案表里的[0-9a-f-]{36}没有对应的记录，不知从何而来。$/],
  ['reference', 'update reference set from_id = uuidv7()', /^引用表里的[0-9a-f-]{36}没有对应的记录，不知从何而来。$/],
  ['reference', 'update reference set to_id = uuidv7()', /^引用表里的[0-9a-f-]{36}没有对应的记录，不知从何而来。$/],
  ['credited', "update credited set subject_id = uuidv7() where unit = 'kejiju'", /^计入单位表里的[0-9a-f-]{36}没有对应的记录，不知从何而来。$/],
  ['award', "update award_case set subject_id = uuidv7() where award = 't7.2'", /^奖励表里的[0-9a-f-]{36}没有对应的记录，不知从何而来。$/],
  ['total', "update month_total set quantity = quantity + 1 where measure = 's3.signed' and owner = 'gaoxinqu' and standing = 'certified'", '“s3.signed”gaoxinqu2021-03的合计与计数相加不符。'],
  ['total', "delete from month_total where measure = 's3.signed' and owner = 'gaoxinqu' and standing = 'certified'", '“s3.signed”gaoxinqu2021-03的合计与计数相加不符。'],
  ['award', "update award_case set max_fen = 1 where award = 't7.2'", '项目“XM-1”的奖励与规则不符：“以投带引资助”XM-1|甲2021年应为符合（2021-04-01，5000000至5000000分），现为符合（2021-04-01，5000000至1分）。'],
  ['award', "delete from award_case where award = 't7.2'", '项目“XM-1”的奖励与规则不符：“以投带引资助”XM-1|甲2021年应为符合（2021-04-01，5000000至5000000分），现为无此项。'],
  ['waiting', "delete from waiting", /的待办与规则不符。$/],
  ['waiting', "update waiting set unit = 'jingkaiqu'", /的待办与规则不符。$/],
  ['waiting', 'update waiting set subject_id = uuidv7()', /^待办表里的[0-9a-f-]{36}没有对应的记录，不知从何而来。$/],
  ['frozen', `update frozen_figure set value = 2 where window_name = '2021' and ${SIGNED}`, '2021年封存的数与账不符：“新签约项目”泰兴高新区2021年认定口径应为0.6，封存为2。'],
  ['frozen', `delete from frozen_figure where window_name = '2021' and ${SIGNED}`, '2021年封存的数与账不符：“新签约项目”泰兴高新区2021年认定口径应为0.6，封存为无此项。'],
])('finds a wrong %s: %s', async (what, sql, sentence) => {
  await aYear(async ({ database, owner, ledger }) => {
    await owner.query(sql.includes('from s') ? `with s as (insert into subject (kind, number) values ('agency', '某所') returning id) ${sql}` : sql);
    const found = (await selfAudit(database, ledger)).filter((it) => it.what === what);
    expect(found.map((it) => it.sentence)).toContainEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
  });
});

it('does not ask a revision under way for what it has not derived yet', async () => {
  await aYear(async ({ database, owner, ledger }) => {
    await owner.query('delete from posting');
    await owner.query('update revision set finished_at = null, last_subject = null');
    expect((await selfAudit(database, ledger)).filter((it) => it.what === 'posting')).toEqual([]);
  });
});
