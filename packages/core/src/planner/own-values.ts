import type { County } from "../instance/county.ts";
import type { Issue } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import type { School } from "../instance/school.ts";
import { codesOf } from "../policy/attribute-vocabulary.ts";
import { TYPE_TEXTS, fitsOwn } from "../policy/declaration-issues.ts";
import type { OwnAttribute } from "../policy/own-attributes.ts";
import { typeOfOwn } from "../policy/own-attributes.ts";
import type { Policy } from "../policy/resolved.ts";

type Holder = Pick<Person, "id" | "x"> | Pick<School, "id" | "x">;

/** Where people and schools stand in an instance. */
const LISTS = { person: "persons", school: "schools" } as const;

/**
 * Returns what is wrong with the values of attributes that a policy declares, and a warning for values that the data have
 * and no policy asks for.
 */
export function ownValueIssues({ attributes }: Policy, { persons, schools }: County): readonly Issue[] {
  const holders = { person: persons, school: schools };
  return (["person", "school"] as const).flatMap((of) => {
    const declared = new Map(
      attributes.filter((own) => own.of === of && own.type !== undefined).map((own) => [own.id, own]),
    );
    const idle = new Map<string, number>();
    const wrong = holders[of].flatMap((holder: Holder) =>
      Object.entries(holder.x ?? {}).flatMap(([id, value]): Issue[] => {
        const own = declared.get(id);
        if (own === undefined) idle.set(id, (idle.get(id) ?? 0) + 1);
        return own === undefined || fitsOwn(own, value) ? [] : [wrongValue(own, holder.id, value)];
      }),
    );
    return [...wrong, ...[...idle].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => unused(of, id, count))];
  });
}

function wrongValue(own: OwnAttribute, holder: string, value: unknown): Issue {
  const { id, of, text, words, sensitive } = own;
  const type = TYPE_TEXTS[typeOfOwn(own)];
  return {
    code: "invalid-value",
    severity: "error",
    path: [LISTS[of], holder, "x", id],
    ...(sensitive ? {} : { received: JSON.stringify(value).slice(0, 40) }),
    expected: words === undefined ? type : codesOf({ own: words }).join(", "),
    message: {
      zh: `“${holder}”的“${text.zh}”不是政策所写的${words === undefined ? type.zh : "词"}`,
      en: `"${text.en}" of "${holder}" is not ${words === undefined ? type.en : "one of the words"} that the policy says`,
    },
    advice: { zh: "请改正数据，或改正政策中的类型和词语", en: "Correct the value, or type and words in the policy" },
  };
}

function unused(of: OwnAttribute["of"], id: string, count: number): Issue {
  return {
    code: "own-value-unused",
    severity: "warning",
    path: [LISTS[of], "x", id],
    received: id,
    message: {
      zh: `${count} ${of === "person" ? "人" : "所学校"}有“${id}”一项，政策没有写明这一属性，不起作用`,
      en: `${count} ${of === "person" ? "people" : "schools"} have "${id}", which the policy does not declare: it has no effect`,
    },
    advice: {
      zh: "需要时请在政策的 attributes 中写明",
      en: "Declare it under attributes of the policy if it is needed",
    },
  };
}
