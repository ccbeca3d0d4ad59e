import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { withDatabase } from '../database.ts';
import { type Asked, askAboutDays } from './days-of-process.ts';

const SCRIPT = 'const { askAboutDays } = await import(process.argv[1]); console.log(JSON.stringify(await askAboutDays(process.argv[2])));';

/** Time zones of the process, and how far each is behind UTC in January and July. */
const ZONES = { UTC: [0, 0], 'Asia/Shanghai': [-480, -480], 'America/New_York': [300, 240], 'Pacific/Kiritimati': [-840, -840] };

async function askIn(zone: string, url: string): Promise<Asked> {
  const module = new URL('./days-of-process.ts', import.meta.url).href;
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', SCRIPT, module, url], { env: { ...process.env, TZ: zone } });
  return JSON.parse(stdout) as Asked;
}

it('windows of 2020 to 2040, births, ages and database days are the same in every time zone, to the millisecond', { timeout: 120_000 }, () => withDatabase(async ({ url, owner }) => {
  // What the server would take for today must not matter.
  await owner.query(`alter database ${new URL(url).pathname.slice(1)} set timezone to 'America/New_York'`);
  const said = await Promise.all(Object.keys(ZONES).map((zone) => askIn(zone, url)));
  const here = await askAboutDays(url);
  expect(said.map((it) => it.offsets), 'the zones were really set').toEqual(Object.values(ZONES));
  for (const it of [...said, here]) expect(it).toMatchObject({ asked: here.asked, wrong: [] });
  expect(here.asked).toBeGreaterThan(40_000);
}));
