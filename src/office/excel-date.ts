const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;
const LEAP_DAY_THAT_NEVER_WAS = 60;
const DAYS_FROM_1900_TO_1904 = 1_462;
/** Less than a millisecond of a day: what arithmetic loses below midnight. */
const ROUNDING = 1e-9;

/**
 * The day (`YYYY-MM-DD`) that Excel shows for a date number; its time of day is dropped.
 * Undefined where Excel shows no day that exists: below 1 January 1900, after 9999, and 29 February 1900.
 * @param serial days since the end of 1899, or since 1 January 1904 where `date1904`
 */
export function dayOfSerial(serial: number, date1904: boolean): string | undefined {
  if (serial < 0) return undefined;
  const days = Math.floor(serial + ROUNDING) + (date1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (days < 1 || days > LAST_SERIAL || days === LEAP_DAY_THAT_NEVER_WAS) return undefined;
  const sinceEpoch = days > LEAP_DAY_THAT_NEVER_WAS ? days - 1 : days;
  return new Date(Date.UTC(1899, 11, 31) + sinceEpoch * DAY).toISOString().slice(0, 10);
}

/** The date number of a day in the 1900 system; undefined where the text is no day or Excel has no number for it. */
export function serialOfDay(day: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) return undefined;
  const days = Math.round((time - Date.UTC(1899, 11, 31)) / DAY);
  if (days < 1) return undefined;
  return days >= LEAP_DAY_THAT_NEVER_WAS ? days + 1 : days;
}
