import type { Text } from "@lungang/core";
import { words } from "@lungang/core";
import type { WhyPerson } from "@lungang/explain";
import { text } from "../text.ts";
import type { LettersRequest } from "./letter.ts";

/** An office that somebody has or is to have, and who appoints to it as far as the data say. */
interface Office {
  readonly school: string;
  readonly office: Text;
  /** Who appoints and relieves. @defaultValue the bureau has to say */
  readonly by?: Text;
  /** What a policy says of who appoints, in place of who it is. */
  readonly right?: Text;
}

/** What an office that is left means: the person goes for good, goes for a time, or goes to nothing that is known. */
interface Change {
  readonly left: Office | undefined;
  readonly entered: Office | undefined;
  /** The exchange ends and the personnel relation stays: whether the office is kept meanwhile is for who appoints. */
  readonly returns?: boolean;
}

const BUREAU = text("主管部门", "the bureau");

/**
 * Returns who relieves somebody of an office and appoints to another: a notice of a move does neither. Where the data do not say
 * by whom, it is the bureau that has to decide it.
 *
 * @public
 */
export function officeTexts({ left, entered, returns = false }: Change): readonly Text[] {
  if (left !== undefined && isSame(left, entered)) return [];
  return [
    // Nobody heads two schools: who gets another office leaves this one.
    ...(left === undefined ? [] : [returns && entered === undefined ? keptText(left) : relievedText(left)]),
    ...(entered === undefined ? [] : [appointedText(entered)]),
  ];
}

function isSame(left: Office, entered: Office | undefined): boolean {
  return left.school === entered?.school && left.office.zh === entered.office.zh;
}

function relievedText({ school, office, by = BUREAU, right }: Office): Text {
  const who =
    right === undefined
      ? text(`由${by.zh}按干部管理权限`, `by ${by.en}`)
      : text(`按该岗位的聘任权限（${right.zh}）`, `by who appoints to it (${right.en})`);
  return text(
    `您在${school}的${office.zh}职务，${who.zh}办理免职手续，以任免文件为准。`,
    `You are relieved of the office of ${office.en} at ${school} ${who.en} and not by this letter.`,
  );
}

function keptText({ school, office, by = BUREAU }: Office): Text {
  return text(
    `您在${school}的${office.zh}职务交流期间是否保留，由${by.zh}按干部管理权限确定；需要免去的，另行办理免职手续，以任免文件为准。`,
    `Whether you keep the office of ${office.en} at ${school} meanwhile is decided by ${by.en}, who would relieve you of it; this letter does not.`,
  );
}

function appointedText({ school, office, by = BUREAU }: Office): Text {
  return text(
    `您在${school}的${office.zh}职务，由${by.zh}按干部管理权限办理任命手续，以任免文件为准。`,
    `You are appointed ${office.en} at ${school} by ${by.en} and not by this letter.`,
  );
}

/** Returns the offices that somebody of a plan leaves and enters. */
export function officesOf(
  { person, left, entered }: WhyPerson,
  request: LettersRequest,
): Pick<Change, "left" | "entered"> {
  const { names } = request.wording;
  const officeAt = (heads: WhyPerson["left"]): Office | undefined => {
    if (heads === null || !isManagement(heads.post, request)) return undefined;
    const by = request.instance.posts.find(({ id }) => id === heads.post)?.appointer;
    const office = { school: names.school(heads.school), office: names.post(heads.post) };
    return by === undefined ? office : { ...office, by: words.appointer[by] };
  };
  return { left: officeAt(left) ?? officeBeside(person, left, request), entered: officeAt(entered) };
}

function isManagement(post: string, { instance }: LettersRequest): boolean {
  return (instance.posts.find(({ id }) => id === post)?.kind ?? post.split("/").at(-3)) === "management";
}

/** Who teaches and has an office beside it is counted where they teach: the data of the person say so. */
function officeBeside(id: string, left: WhyPerson["left"], { instance, wording }: LettersRequest): Office | undefined {
  const type = instance.persons.find((person) => person.id === id)?.personType;
  if (left === null || (type !== "principal" && type !== "vicePrincipal" && type !== "midLevel")) return undefined;
  return { school: wording.names.school(left.school), office: words.office[type] };
}
