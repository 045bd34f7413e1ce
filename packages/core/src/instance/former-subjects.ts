/**
 * A course that was renamed in 2016: its name today, what it was called until then and is for short. These names mean nothing
 * else.
 *
 * @public
 */
export const MORALITY = {
  name: "道德与法治",
  former: ["思想品德", "思品", "品德与社会", "品德与生活", "道法"],
} as const;
