/** What has to be filled in so that a derived value is known. */
const ANSWERED_BY: Readonly<Record<string, string>> = {
  yearsAtSchool: "tenureStart",
  monthsAtSchool: "tenureStart",
  yearsInService: "hiredOn",
  yearsToRetirement: "retireCategory",
};

/** Where the data have what an attribute is read from. */
export function placeOfValue(attr: string): readonly string[] {
  const [, asked = attr, own] = attr.split(".");
  return own === undefined ? [ANSWERED_BY[asked] ?? asked] : [asked, own];
}
