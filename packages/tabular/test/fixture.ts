import { deflateRawSync } from "node:zlib";
import type { Cell, CellValue, WriteOptions, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { crc32 } from "node:zlib";

/** Sheets of a workbook as rows of cells. */
export type Sheets = Record<string, CellValue[][]>;

/** Columns that every list of people has, but for their ids. */
export const PEOPLE_HEADER = [
  "姓名",
  "性别",
  "出生日期",
  "人事关系学校",
  "人员类别",
  "教师资格学段",
  "任教学科",
  "到现校日期",
];

/** Returns a small county that is read without any remark; tests change single cells of it. */
export function county(): Sheets {
  return {
    基本信息: [
      ["项目", "内容"],
      ["县代码", "530000"],
      ["县名称", "某某县"],
      ["方案年度", 2026],
      ["坐标系", "WGS-84"],
    ],
    学校: [
      ["学校编号", "学校名称", "学校类型", "所属乡镇", "编制数", "纬度", "经度"],
      ["S1", "一小", "小学", "城关镇", 30, 25.49, 103.79],
      ["S2", "二小", "小学", "河口镇", 20, 25.52, 103.85],
    ],
    岗位: [
      ["学校编号", "学段", "学科", "需要人数"],
      ["S1", "小学", "语文", 1],
      ["S2", "小学", "语文", 2],
    ],
    人员: [
      ["人员编号", ...PEOPLE_HEADER, "状态", "身份证号"],
      ["T1", "张三", "男", "1980-05-17", "S1", "专任教师", "小学", "语文(主)", "2012-09-01", null, null],
      ["T2", "李四", "女", "1992-11-03", "S2", "专任教师", "小学", "语文(主)", "2018-09-01", null, null],
    ],
  };
}

/** Returns the bytes of a workbook. */
export function workbook(
  sheets: Sheets,
  change: (sheet: WriteSheet) => WriteSheet = (sheet) => sheet,
  options: Omit<WriteOptions, "sheets"> = {},
): Promise<Uint8Array> {
  return writeXlsx({ ...options, sheets: Object.entries(sheets).map(([name, rows]) => change({ name, rows })) });
}

/** Adds detailed cells to one sheet. */
export function withCells(name: string, cells: Record<string, Partial<Cell>>) {
  return (sheet: WriteSheet): WriteSheet =>
    sheet.name === name ? { ...sheet, cells: new Map(Object.entries(cells)) } : sheet;
}

/** A part of an archive; sizes in the headers can be forged. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  readonly claimedSize?: number;
  readonly method?: number;
  readonly encrypted?: boolean;
}

/** Returns a compressed archive, written here so that tests can forge it. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize = content.length, method = 8, encrypted = false } of parts) {
    const packed = method === 8 ? deflateRawSync(content) : content;
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | Number(encrypted), 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, nameBytes, packed]);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, tail, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ROOT_RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const BOOK_RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
const BOOK = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets><sheet name="学校" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** Returns the parts of a workbook whose only sheet has the given XML. */
export function rawParts(sheetXml: string, extra: readonly ZipPart[] = []): readonly ZipPart[] {
  const part = (name: string, text: string): ZipPart => ({ name, content: Buffer.from(text) });
  return [
    part("[Content_Types].xml", TYPES),
    part("_rels/.rels", ROOT_RELS),
    part("xl/workbook.xml", BOOK),
    part("xl/_rels/workbook.xml.rels", BOOK_RELS),
    part("xl/worksheets/sheet1.xml", sheetXml),
    ...extra,
  ];
}

/** Returns the XML of a sheet with the given contents of `sheetData` and what follows it. */
export function sheetXml(data: string, after = ""): string {
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${after}</worksheet>`;
}
