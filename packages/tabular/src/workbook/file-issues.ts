import type { Issue, SourceLocation, Text } from "@lungang/core";

/** Codes of everything that can be wrong with a file as a whole. */
export type FileIssueCode = keyof typeof TEXTS;

interface FileText {
  readonly message: Text;
  readonly advice: Text;
}

const SAVE_AS_XLSX: Text = {
  zh: "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再读入",
  en: "Open it in Excel or WPS and save it as an Excel workbook (.xlsx)",
};
const TRIM_SHEET: Text = {
  zh: "请删除数据区以外的行和列（选中后“删除”，不是“清除内容”），另存后再读入",
  en: "Delete rows and columns outside your data (delete, not clear), save and read again",
};
const SAVE_AGAIN: Text = {
  zh: "请重新获取文件，或用 Excel、WPS 打开后另存一份",
  en: "Get the file again, or open and save it anew in Excel or WPS",
};
const PASTE_VALUES: Text = {
  zh: "请把数据以“数值”方式粘贴到新的模板工作簿",
  en: "Paste the data as values into a fresh template workbook",
};

const TEXTS = {
  "file-not-found": {
    message: { zh: "找不到文件", en: "Cannot find the file" },
    advice: { zh: "请核对路径", en: "Check the path" },
  },
  "file-unreadable": {
    message: { zh: "文件无法读取", en: "Cannot open the file" },
    advice: {
      zh: "请确认文件没有被其他程序占用，并有读取权限",
      en: "Close it in other programs and check its permissions",
    },
  },
  "not-a-file": {
    message: { zh: "不是普通文件（是管道、设备或文件夹）", en: "Not a file but a pipe, a device or a folder" },
    advice: { zh: "请给出工作簿或 CSV 文件的路径", en: "Give the path of a workbook or CSV file" },
  },
  "file-empty": { message: { zh: "文件是空的", en: "The file is empty" }, advice: SAVE_AGAIN },
  "file-too-large": {
    message: { zh: "文件太大", en: "The file is too large" },
    advice: { zh: "请删除图片和无关工作表后再读入", en: "Remove pictures and sheets that do not belong to the data" },
  },
  "not-a-workbook": {
    message: { zh: "文件不是 .xlsx 工作簿", en: "The file is not an .xlsx workbook" },
    advice: SAVE_AS_XLSX,
  },
  "legacy-xls": {
    message: { zh: "文件是旧版 .xls 格式", en: "The file has the old .xls format" },
    advice: SAVE_AS_XLSX,
  },
  "binary-xlsb": { message: { zh: "文件是 .xlsb 格式", en: "The file has the .xlsb format" }, advice: SAVE_AS_XLSX },
  "open-document": { message: { zh: "文件是 .ods 格式", en: "The file has the .ods format" }, advice: SAVE_AS_XLSX },
  "html-as-workbook": {
    message: {
      zh: "文件内容是网页（HTML），只是扩展名像工作簿",
      en: "The file is a web page (HTML) named like a workbook",
    },
    advice: SAVE_AS_XLSX,
  },
  "xml-as-workbook": {
    message: { zh: "文件是 XML 表格，不是 .xlsx", en: "The file is an XML spreadsheet and not .xlsx" },
    advice: SAVE_AS_XLSX,
  },
  "encrypted-workbook": {
    message: { zh: "工作簿设有打开密码", en: "The workbook is protected by a password" },
    advice: { zh: "请先取消打开密码再保存", en: "Remove the password and save it" },
  },
  "damaged-workbook": {
    message: { zh: "工作簿已损坏或不完整", en: "The workbook is damaged or incomplete" },
    advice: SAVE_AGAIN,
  },
  "too-many-parts": {
    message: { zh: "工作簿内部文件过多", en: "The workbook has too many parts" },
    advice: { zh: "请删除图片、图表等对象，或改用新的模板", en: "Remove pictures and charts, or use a fresh template" },
  },
  "unsafe-part-name": {
    message: { zh: "工作簿内部含有不安全的文件名", en: "The workbook has a part with an unsafe name" },
    advice: PASTE_VALUES,
  },
  "inflates-too-much": {
    message: {
      zh: "工作簿解压后过大，可能是恶意文件",
      en: "The workbook grows too large when unpacked; it may be hostile",
    },
    advice: PASTE_VALUES,
  },
  "document-type": {
    message: { zh: "工作簿含有 DOCTYPE 声明，不予读取", en: "The workbook declares a DOCTYPE and is refused" },
    advice: PASTE_VALUES,
  },
  "has-macros": {
    message: { zh: "工作簿含有宏", en: "The workbook contains macros" },
    advice: SAVE_AS_XLSX,
  },
  "has-external-links": {
    message: {
      zh: "工作簿链接了其他文件，数值可能过期",
      en: "The workbook links to other files; its values may be stale",
    },
    advice: { zh: "请在“数据—编辑链接”中断开链接后保存", en: "Break the links (Data, Edit Links) and save" },
  },
  "sheet-too-large": { message: { zh: "工作表范围过大", en: "The sheet is too large" }, advice: TRIM_SHEET },
  "merge-too-large": {
    message: { zh: "合并单元格范围过大", en: "A merged area is too large" },
    advice: { zh: "请取消合并单元格", en: "Unmerge the cells" },
  },
  "reading-too-slow": {
    message: { zh: "读取运算量过大，已停止", en: "Reading took too much work and was stopped" },
    advice: TRIM_SHEET,
  },
  "reading-too-big": {
    message: { zh: "读取占用内存过多，已停止", en: "Reading took too much memory and was stopped" },
    advice: TRIM_SHEET,
  },
  "text-undecodable": {
    message: { zh: "文件既不是 UTF-8 也不是 GB18030 编码", en: "The file is neither UTF-8 nor GB18030" },
    advice: { zh: "请另存为“CSV UTF-8（逗号分隔）”", en: "Save it as CSV UTF-8" },
  },
  "malformed-xml": {
    message: {
      zh: "工作簿内部内容残缺，部分单元格可能已丢失",
      en: "A part of the workbook is broken; cells may be lost",
    },
    advice: SAVE_AGAIN,
  },
  "dangling-string": {
    message: { zh: "单元格的文字已丢失（引用了不存在的文字）", en: "The text of a cell is lost: it refers to none" },
    advice: SAVE_AGAIN,
  },
  "cell-in-other-row": {
    message: { zh: "单元格的位置与所在行不一致", en: "A cell is written in another row than it says" },
    advice: SAVE_AGAIN,
  },
  "cell-twice": {
    message: { zh: "同一单元格写了两次", en: "A cell is written twice" },
    advice: SAVE_AGAIN,
  },
  "row-twice": {
    message: { zh: "同一行写了两次", en: "A row is written twice" },
    advice: SAVE_AGAIN,
  },
  "sheet-part-missing": {
    message: { zh: "工作簿中缺少这张工作表的内容", en: "The contents of this sheet are missing in the workbook" },
    advice: SAVE_AGAIN,
  },
  "csv-malformed": {
    message: { zh: "CSV 的引号不成对", en: "The quotes of the CSV file do not match" },
    advice: { zh: "请检查该行的双引号", en: "Check the double quotes in this line" },
  },
} as const satisfies Readonly<Record<string, FileText>>;

export interface FileIssueDetails {
  readonly received?: string;
  readonly expected?: string;
}

/** Returns the issue about a file or sheet as a whole. */
export function fileIssue(code: FileIssueCode, place: SourceLocation, details: FileIssueDetails = {}): Issue {
  const { message, advice } = TEXTS[code];
  return { code, severity: "error", message, advice, place, ...details };
}
