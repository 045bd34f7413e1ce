import { text } from "../document.ts";

/** Words of keys that several sections have. */
export const SOURCE = text("出处：文件和条款", "Source: document and article");
export const TEXT = text("原文或说明：中文、英文或两者", "Words: Chinese, English or both");
export const ID = text("编号，在本节中唯一", "Id, once in its section");
export const WHO = text("对哪些人", "Whom it is about");
export const SENSITIVE = text("涉及健康或处分，公开文件中不显示", "Health or discipline: never shown in public");
