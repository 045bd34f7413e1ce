import type { Text } from "@lungang/core";
import type { PlanningCase } from "../case/planning-case.ts";
import type { CandidateProof } from "./parts.ts";

/** Says whether more candidates would have given a better plan. */
export function proofText(proof: CandidateProof, { policy }: PlanningCase): Text {
  return SENTENCES[proof.answer](proof, policy);
}

type Sentence = (proof: CandidateProof, policy: PlanningCase["policy"]) => Text;

const SENTENCES: Readonly<Record<CandidateProof["answer"], Sentence>> = {
  all: ({ admitted }) => ({
    zh: `政策允许的 ${admitted} 个去向全部是候选，扩大候选不会改变结果。`,
    en: `All ${admitted} admitted moves were candidates: there are no more to add.`,
  }),
  holds: ({ kept, admitted }) => ({
    zh: `已在政策允许的全部 ${admitted} 个去向中重新求解：扩大候选（原为 ${kept} 个）不会使任何目标更好。`,
    en: `Solved again among all ${admitted} admitted moves: more candidates than the ${kept} kept make no level better.`,
  }),
  better: betterText,
  open: ({ kept, admitted }) => ({
    zh: `未能证明扩大候选（${kept} 个，政策允许的共 ${admitted} 个）是否会改变结果：求解在得出结论前停止。`,
    en: `Whether more candidates (${kept} of ${admitted} admitted) would change anything is open: a limit came before the answer.`,
  }),
};

/** The last level listed is the one that gets better. */
function betterText({ kept, admitted, levels }: CandidateProof, policy: PlanningCase["policy"]): Text {
  const { name = "", value = 0, wider = 0 } = levels.at(-1) ?? {};
  const title = policy.levels.find((level) => level.name === name)?.text ?? { zh: name, en: name };
  return {
    zh: `在政策允许的全部 ${admitted} 个去向中重新求解，“${title.zh}”由 ${value} 变为 ${wider}：候选（${kept} 个）过少，请在政策中调大 candidates 的 limit。`,
    en: `Solved again among all ${admitted} admitted moves, "${title.en}" goes from ${value} to ${wider}: ${kept} candidates are too few; raise the limit under candidates of the policy.`,
  };
}
