import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Everything of the kernel that touches a date, over two years with 29 February and over both changes of the clock elsewhere. */
const SCRIPT = `
  const { addDays, dayAt, dayInChinese, daysBetween, parseDay } = await import(process.argv[1] + '/day.ts');
  const { paceOf, parseWindow, periods, windowAt, windowInChinese, windowsOf } = await import(process.argv[1] + '/window.ts');
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for (let day = '2023-12-25', i = 0; i < 740; i++, day = addDays(day, 1)) {
    hash.update([day, parseDay(day), dayInChinese(day), daysBetween('2024-02-29', day), dayAt(new Date(day + 'T15:59:59Z')), dayAt(new Date(day + 'T16:00:00Z'))].join());
    for (const period of periods) hash.update([windowAt(day, period).name, windowInChinese(windowAt(day, period)), paceOf(windowAt(day, period), day)].join());
  }
  for (const period of periods) hash.update(JSON.stringify(windowsOf(2024, period)));
  hash.update(JSON.stringify(parseWindow('2024-03-01..2024-11-05')));
  console.log(new Date(2024, 0, 1).getTimezoneOffset(), hash.digest('hex'));`;

function under(zone: string): string {
  const folder = new URL('.', import.meta.url).href;
  return execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', SCRIPT, folder.replace(/\/$/, '')], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }).trim();
}

it('days and windows do not depend on the time zone of the machine', () => {
  const zones = { 'Asia/Shanghai': -480, UTC: 0, 'America/New_York': 300, 'Pacific/Kiritimati': -840, 'Pacific/Pago_Pago': 660, 'Australia/Lord_Howe': -660 };
  const said = Object.keys(zones).map((zone) => under(zone).split(' '));
  expect(said.map(([offset]) => Number(offset)), 'the zones were really set').toEqual(Object.values(zones));
  expect(new Set(said.map(([, hash]) => hash)).size).toBe(1);
});
