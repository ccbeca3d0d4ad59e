import { expect, it } from 'vitest';
import { clock } from '../../base/clock.ts';
import { importFiles } from '../../domains/imports/command.ts';
import { withLedger } from '../../../tests/database.ts';
import { explain } from './explain.ts';

const CSV = ['活动台账（2021年度）', '活动编号,类型,主办单位,举办日期,认定状态', 'H1,项目路演,高新区,2021-03-30,认定', 'H2,产学研对接,高新区,2021-03-31,认定'].join('\n');

it('tells a figure, its clause, its rule, and why each of its facts counts (a9)', async () => {
  await withLedger('taixing', async ({ database, ledger }) => {
    const platform = { database, ledger, clock: clock('2021-12-31'), dataDir: '', witnesses: [], packDir: '', close: async () => undefined };
    await importFiles(platform, [{ name: '活动台账.csv', bytes: Buffer.from(CSV) }], {});
    const ask = async (...words: string[]) => (await explain(platform, { words, options: {}, files: [] })).text.split('\n');
    const lines = await ask('a9.sessions', '高新区', '2021B2');
    expect(lines[0]).toBe('项目路演和人才资本对接｜高新区｜2021年3—4月｜认定口径：1期');
    expect(lines[1]).toContain('附件第9项');
    expect(lines.slice(-2)).toEqual(['  2021-03-30 H1 1', '    符合｜活动类型属于“计入路演对接的活动类型”（现为：项目路演）']);
    await expect(ask('a9.sessions', '江平新区', '2021')).rejects.toMatchObject({ code: 'unknown-owner' });
    await expect(ask('a9.sessions', '高新区', '2021B7')).rejects.toMatchObject({ code: 'usage' });
  });
});
