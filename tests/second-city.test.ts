import { describe, expect, it } from 'vitest';
import { clock } from '../src/base/clock.ts';
import { importFiles } from '../src/domains/imports/command.ts';
import { readOutAwards, readOutFigures } from '../src/ledger/read-out.ts';
import { type TestLedger, withLedger } from './database.ts';
import { secondCityWorkbook } from './second-city-registers.ts';

/** Imports the registers of 临水市 and gives what came of it. */
async function imported<T>(work: (test: TestLedger, taken: Awaited<ReturnType<typeof importFiles>>) => Promise<T>): Promise<T> {
  const bytes = await secondCityWorkbook();
  return withLedger('linshui', async (test) => work(test, await importFiles({ ...test, clock: clock('2026-01-10') }, [{ name: '临水台账.xlsx', bytes }], { document: '期初建账' })));
}

describe('a second city, by data alone', () => {
  it('c1 to c6: figures by month, half-year and year, as computed by hand', async () => {
    await imported(async ({ database, ledger }) => {
      const figures = await readOutFigures(database, ledger.mechanism, 2025, 'certified');
      const shown = figures.filter((it) => it.value !== null && it.value !== 0).map((it) => `${it.measure} ${it.unit} ${it.period} ${it.value}`);
      expect(shown.sort()).toEqual([
        // X1 and X5 count by 0.7/0.3 and whole. X2 is of 5000万元. X3 lacks 1万元, X4 is no contract, X6 was returned,
        // X10 came after the decision that asks for 5000万元.
        'c1.signed 临水港产业园 2025-01 0.7', 'c1.signed 云岫科创园 2025-01 0.3', 'c1.signed 临水市 2025-01 1',
        'c1.signed 云岫科创园 2025-03 1', 'c1.signed 临水市 2025-03 1', 'c1.signed 白鹭食品园 2025-06 1', 'c1.signed 临水市 2025-06 1',
        'c1.signed 临水港产业园 2025H1 0.7', 'c1.signed 云岫科创园 2025H1 1.3', 'c1.signed 白鹭食品园 2025H1 1',
        // X1 signed in January, in production in October; X5 signed on 30 June, in production on 1 July.
        'c1.active 临水港产业园 2025H1 0.7', 'c1.active 云岫科创园 2025H1 1.3', 'c1.active 白鹭食品园 2025H1 1', 'c1.active 临水市 2025H1 3',
        'c1.active 临水港产业园 2025H2 0.7', 'c1.active 云岫科创园 2025H2 0.3', 'c1.active 白鹭食品园 2025H2 1', 'c1.active 临水市 2025H2 2',
        // R1 and R3; R2 is of D类. R5 came to 石桥镇, which is 青石镇 by then; R4's months are blank: in doubt.
        'c2.talents 云岫科创园 2025H1 2', 'c2.talents 临水市 2025H1 2', 'c2.talents 青石镇 2025H2 1', 'c2.talents 临水市 2025H2 1',
        'c2.fulltime 云岫科创园 2025H1 1', 'c2.fulltime 临水市 2025H1 1', 'c2.fulltime 青石镇 2025H2 1', 'c2.fulltime 临水市 2025H2 1',
        'c2.ratio 云岫科创园 2025H1 0.5', 'c2.ratio 临水市 2025H1 0.5', 'c2.ratio 临水市 2025H2 1',
        // H1 counts for both hosts; nine firms came to H2, ten are asked.
        'c3.events 临水港产业园 2025H1 1', 'c3.events 白鹭食品园 2025H1 1', 'c3.events 临水市 2025-03 1', 'c3.events 白鹭食品园 2025H2 1', 'c3.events 临水市 2025-08 1',
        'c3.visits 工业和科技局 2025H1 1', 'c3.visits 柳湾乡 2025H1 1',
        // X2 was registered after H1, X1 before it. Both have money on their platform.
        'c3.landings 临水市 2025 1', 'c4.landings 云岫孵化楼 2025 1', 'c4.landings 港航加速器 2025 1',
        'c5.agencies 临水市 2025H1 2', 'c5.agencies 临水市 2025H2 1', 'c6.meetings 临水市 2025-01 1',
      ].sort());
      const nothing = figures.filter((it) => it.value === null).map((it) => `${it.unit} ${it.period}`);
      expect(nothing.sort(), 'no ratio where no talent came').toEqual(['临水港产业园 2025H1', '临水港产业园 2025H2', '云岫科创园 2025H2', '白鹭食品园 2025H1', '白鹭食品园 2025H2'].sort());
    });
  });

  it('c7 to c11: awards, to the fen', async () => {
    await imported(async ({ database }) => {
      const awards = await readOutAwards(database, 2025);
      expect(awards.map((it) => [it.rule, it.case, it.verdict, ...('amountFen' in it ? [it.amountFen] : 'minFen' in it ? [it.minFen, it.maxFen] : [])].join(' ')).sort()).toEqual([
        // 4050万元 of one fund: 10 + 2 × 5 = 20万元. 1999万元 is below the first step; 国有 is no case; V5 is not certified.
        'c10.fund X1|甲基金 yes 20000000', 'c10.fund X2|丙基金 yes 0',
        // 2500万元 × 1% = 25万元; 800万元: 10万元.
        'c11.equipment X1 yes 25000000', 'c11.equipment X3 yes 10000000',
        // 120 × 2000元 = 24万元, at most 20万元; 20 × 2000元 = 4万元.
        'c11.jobs X1 yes 20000000', 'c11.jobs X5 yes 4000000',
        // 30 + 2.2亿元 × 4‰ = 118, × 1.2 = 141.6万元; 1亿元: 30万元, 36万元 if its technology leads.
        'c7.project X1 yes 141600000', 'c7.project X5 yes 30000000 36000000',
        'c8.settling R1 yes 100000000', 'c8.settling R2 yes 5000000', 'c8.settling R3 no', 'c8.settling R5 yes 60000000',
        // Half of 90万元, more than 20万元; decided: at most 100万元.
        'c9.startup X2 yes 45000000',
      ].sort());
    });
  });

  it('rows with mistakes are refused by their codes, in this city\'s own columns', async () => {
    await imported(async (_, { report }) => {
      expect(report.rejected.map((it) => `${it.sheet} ${it.row} ${it.code}`).sort()).toEqual([
        '活动登记 9 bad-date', '引才登记簿 7 bad-value', '招商项目一览表 10 resigned', '招商项目一览表 11 unknown-unit', '招商项目一览表 12 bad-share', '到资登记 7 unknown-ref',
      ].sort());
    });
  });

  it('the same file again changes nothing', async () => {
    await imported(async (test, first) => {
      const again = await importFiles({ ...test, clock: clock('2026-01-10') }, [{ name: '临水台账.xlsx', bytes: await secondCityWorkbook() }], { document: '期初建账' });
      expect([first.changed > 0, again.changed]).toEqual([true, 0]);
    });
  });
});
