const week = ['日', '一', '二', '三', '四', '五', '六'];

/** `9 月 23 日 星期四` of a `YYYY-MM-DD` day. */
export function dayWithWeek(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  return `${month} 月 ${date} 日 星期${week[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]}`;
}
