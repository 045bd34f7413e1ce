/** A text of a date without its time of day, and the time in seconds after midnight; undefined where there is none. */
export interface WithoutTime {
  readonly text: string;
  readonly seconds: number | undefined;
}

const HALF_DAY = "上午|下午|AM|PM|am|pm";
const TIME_OF_DAY = new RegExp(
  `(?:[T\\s]|(?<=[日号]))\\s*(?<before>${HALF_DAY})?\\s*(?<hours>\\d{1,2})[:时点](?<minutes>\\d{2})分?(?::?(?<seconds>\\d{2})(?:\\.\\d+)?秒?)?` +
    `\\s*(?<after>${HALF_DAY})?\\s*(?<zone>Z|[+-]\\d{2}:?\\d{2})?$`,
  "u",
);
const [MINUTE, HOUR] = [60, 3600];
const NOON = 12;

/** Takes the time of day off the text of a date. */
export function takeTimeOff(text: string): WithoutTime {
  const match = TIME_OF_DAY.exec(text);
  if (match === null) return { text, seconds: undefined };
  const { before, hours = "0", minutes = "0", seconds = "0", after } = match.groups ?? {};
  const half = before ?? after;
  const clock = Number(hours) % (half === undefined ? 24 : NOON);
  const hour = half === undefined ? Number(hours) : clock + (/下午|pm/i.test(half) ? NOON : 0);
  return {
    text: text.slice(0, match.index),
    seconds: hour * HOUR + Number(minutes) * MINUTE + Number(seconds),
  };
}

/** Local mean time of Shanghai, which old time zone tables use, is so far ahead of the hour. */
const LOCAL_MEAN_SECONDS = 5 * MINUTE + 43;
const [DAY, UTC_MIDNIGHT] = [24 * HOUR, 16 * HOUR];

/**
 * What a time of day does to a date: programs that convert through time zones write midnight in China as 16:00 of the day
 * before, or as a few minutes (or 43 seconds) before midnight or before 16:00.
 */
export function timeEffect(seconds: number | undefined): "none" | "next-day" | "dropped" {
  if (seconds === undefined || seconds === 0) return "none";
  const isJustBefore = (end: number) => seconds >= end - LOCAL_MEAN_SECONDS && seconds <= end;
  return isJustBefore(DAY) || isJustBefore(UTC_MIDNIGHT) ? "next-day" : "dropped";
}
