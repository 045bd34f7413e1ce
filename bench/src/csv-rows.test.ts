import { expect, test } from "vitest";
import { csvRows } from "./csv-rows.ts";

test("csvRows reads quoted cells, both line ends and the mark in front", () => {
  const text = '\uFEFFid,name,note\r\n1,"a ""b"", c",\n\n2,"two\nlines",x';
  expect(csvRows(text)).toEqual([
    { id: "1", name: 'a "b", c', note: "" },
    { id: "2", name: "two\nlines", note: "x" },
  ]);
  expect(csvRows("a,b\n1,")).toEqual([{ a: "1", b: "" }]);
  expect(csvRows("")).toEqual([]);
});

test("csvRows refuses rows of another length and quotes out of place", () => {
  expect(() => csvRows("a,b\n1")).toThrow(SyntaxError);
  expect(() => csvRows('a\nx"y"')).toThrow(SyntaxError);
});
