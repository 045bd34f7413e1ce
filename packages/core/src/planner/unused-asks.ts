import type { County } from "../instance/county.ts";
import type { Issue } from "../instance/issue.ts";
import { rulesOf } from "../policy/policy-rule.ts";
import type { Policy } from "../policy/resolved.ts";
import { swapPartnersMeaning } from "../rules/swapPartners/schema.ts";

/** What a county asks for and the policy does nothing with: it is said, so that nobody waits for it. */

/** Swaps that people ask for happen where the policy has the rule, and by chance otherwise. */
export function unusedSwaps({ rules }: Policy, { persons }: County): readonly Issue[] {
  if (rulesOf(rules, swapPartnersMeaning).length > 0) return [];
  const asking = persons.find(({ swapPartner }) => swapPartner !== undefined);
  if (asking === undefined) return [];
  return [
    {
      code: "swap-partner-unused",
      severity: "warning",
      path: ["persons", asking.id, "swapPartner"],
      message: {
        zh: "表中填有互换人员，而政策没有互换规则，互换申请不起作用",
        en: "People ask to exchange places, and the policy has no rule for it: what they ask for has no effect",
      },
      advice: {
        zh: "需要时请在政策文件中加入双方自愿互换的规则（写作 swapPartners）",
        en: "Add the rule swapPartners to the policy where it is wanted",
      },
    },
  ];
}

/** What a policy reads to know whom the authority names. */
const NAMED = JSON.stringify("person.named");

/** Who is named to move has to where an entry of the policy says so, and is asked like all others otherwise. */
export function unusedNames(policy: Policy, { persons }: County): readonly Issue[] {
  const named = persons.filter((person) => person.named);
  const [first] = named;
  if (first === undefined || JSON.stringify(policy).includes(NAMED)) return [];
  return [
    {
      code: "named-unused",
      severity: "warning",
      path: ["persons", first.id, "named"],
      received: `${named.length}`,
      message: {
        zh: `表中有 ${named.length} 人填为指定交流，而政策没有指定交流的规定，不起作用`,
        en: `${named.length} people are named to move, and no entry of the policy asks who is: it has no effect`,
      },
      advice: {
        zh: "已经决定的，请写在“已定人员”中；需要时请在政策文件中加入指定交流的规定（写作 forced，条件 person.named）",
        en: "Write who is decided in the list of decisions, or add an entry under forced that reads person.named",
      },
    },
  ];
}
