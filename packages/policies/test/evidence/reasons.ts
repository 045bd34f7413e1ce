import type { Policy } from "@lungang/core/policy";

/**
 * Why an entry decides nothing whatever the county is, by policy and place, and what of the policy makes it so: read from the
 * policy as it is resolved, so that a reason that holds no longer is found.
 */
export interface Reason {
  readonly why: string;
  readonly holds: (policy: Policy) => boolean;
}

interface Due {
  readonly id: string;
  readonly who: unknown;
}

const paramsOf = ({ rules }: Policy, id: string) =>
  rules.find((rule) => rule.id === id)?.params as Readonly<Record<string, unknown>> | undefined;

const isLight = ({ fullTimeShare: { numerator, denominator } }: Policy["forms"][number]) => numerator < denominator;

const mentions = (part: unknown, word: string) => JSON.stringify(part).includes(`"${word}"`);

/** No form takes the relation along, nobody is approved to stay, and recruits have no form. */
function isForAWhile({ forms, eligibility }: Policy): boolean {
  const returns = eligibility.returns as { readonly stayAllowed?: boolean } | undefined;
  return (
    returns?.stayAllowed !== true &&
    forms.every(({ relationMoves, code }) => !relationMoves && code !== "recruit" && code !== "competition")
  );
}

/** A most that no county reaches. */
function isBoundless(params: unknown): boolean {
  const { max } = params as { readonly max?: number };
  return max !== undefined && max >= 1_000_000;
}

/** Everybody changes between two schools of a pair, and as many one way as the other. */
function isSwap(policy: Policy): boolean {
  const swapped = paramsOf(policy, "equalSwap")?.["forms"] as readonly string[] | undefined;
  return policy.forms.every(({ code, scope }) => scope === "pair" && swapped?.includes(code) === true);
}

export const REASONS: Readonly<Record<string, Reason>> = {
  "yiyuan-qinglongshan rules/newRecruits": {
    why: "a recruit for whom a post is short gets it anyway; without one there is no plan",
    holds: (policy) => !mentions(paramsOf(policy, "newRecruits"), "attr") && policy.levels[1]?.name === "shortfall",
  },
  "gaoping-opinion eligibility/due/backbone": {
    why: "due/counterpart means everybody whom it means",
    holds: ({ eligibility }) => {
      const due = eligibility.due as readonly Due[];
      return due.some(({ id, who }) => id === "counterpart" && JSON.stringify(who) === '{"set":"teachers"}');
    },
  },
  "generic-lungang-18 rules/keptPosts": {
    why: "everybody comes back in the end: no form is for good, so that nobody can take a post that is kept",
    holds: isForAWhile,
  },
  "generic-lungang-18 forms/flexible": {
    why: "it takes no headcount, and no rule asks for it: the text names the form and no number",
    holds: ({ forms, rules }) =>
      forms.some((form) => form.code === "flexible" && isLight(form)) &&
      !rules.some(({ params }) => mentions(params, "flexible")),
  },
  "hanling-town rules/fairBurden": {
    why: "no number bounds the total, so that the part of a school is all its eligible people",
    holds: ({ rules }) => rules.filter(({ rule }) => rule === "total").every(({ params }) => isBoundless(params)),
  },
  "daxuequ-baqiao rules/principalPosts": {
    why: "no form takes the head of a school",
    holds: ({ forms, sets }) => !mentions([forms, sets], "principal"),
  },
  "zhongwei-pairing rules/establishment": {
    why: "each of two paired schools receives as many as it sends",
    holds: isSwap,
  },
};
