/**
 * How much larger than usual tests of random cases are: `npm run campaign -- 20` asks for twenty times as many cases.
 * `npm test` takes the usual number, which is small enough for every commit.
 */
const FACTOR = Number(process.env["LUNGANG_CAMPAIGN"] ?? 1);

export const isCampaign = process.env["LUNGANG_CAMPAIGN"] !== undefined;

/** Returns how many random cases a test tries that usually tries so many. */
export function cases(usual: number): number {
  return Math.ceil(usual * FACTOR);
}
