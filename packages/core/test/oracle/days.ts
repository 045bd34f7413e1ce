/** Days as `YYYY-MM-DD`, counted by calendar and by hand. */

const parts = (day: string): readonly [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
};

const text = (year: number, month: number, date: number): string =>
  [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join("-");

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The same day some months later, the last of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const at = year * 12 + month - 1 + months;
  const [to, of] = [Math.floor(at / 12), (at % 12) + 1];
  return text(to, of, Math.min(date, lastOf(to, of)));
}

/** Completed years of age (周岁) on a day. */
export function ageInYears(birth: string, on: string): number {
  const [years, sameDay] = [parts(on)[0] - parts(birth)[0], on.slice(5) >= birth.slice(5)];
  return sameDay ? years : years - 1;
}

/** Full years from a first day up to and with a last day: 2018-09-01 to 2024-08-31 are six. */
export function fullYearsUntil(first: string, last: string): number {
  return Math.max(0, ageInYears(first, dayAfter(last)));
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
