import type { Issue } from "@lungang/core";
import type { Settled } from "./commit.ts";

/** What can be wrong with the place that files are written to. */

/** Why a folder cannot be written, by the code of the system. */
const REASONS: Readonly<Record<string, Issue["message"]>> = {
  EACCES: { zh: "没有写入权限", en: "you may not write there" },
  EPERM: { zh: "没有写入权限", en: "you may not write there" },
  EROFS: { zh: "磁盘是只读的", en: "the disk is read-only" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
  EDQUOT: { zh: "磁盘配额已用完", en: "the quota of the disk is used up" },
  EBUSY: { zh: "文件正被其他程序使用", en: "another program is using the file" },
  ENOTDIR: { zh: "路径中有一段不是文件夹", en: "a part of the path is no folder" },
  ENOENT: { zh: "这个位置不能新建文件夹", en: "no folder can be made there" },
  ENAMETOOLONG: { zh: "文件名过长", en: "a name is too long" },
};

/** Says that nothing was written and why; what is no trouble of the file system is thrown again. */
export function cannotWrite(folder: string, error: unknown): Issue {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  const why = REASONS[code] ?? { zh: `系统报告 ${code}`, en: `the system reports ${code}` };
  return {
    code: "cannot-write",
    severity: "error",
    place: { file: folder },
    message: { zh: `文件没有写出：${why.zh}`, en: `Nothing was written: ${why.en}` },
    advice: {
      zh: "原有文件没有改动。请检查权限和剩余空间，或换一个文件夹，再运行一次",
      en: "What was there is unchanged. Check rights and free space, or take another folder, and run it again",
    },
  };
}

/** Says that files were to go into what is no folder. */
export function noFolder(folder: string): Issue {
  return {
    code: "cannot-write",
    severity: "error",
    place: { file: folder },
    message: { zh: "这不是文件夹，不能写入文件", en: "This is no folder to write into" },
    advice: { zh: "请给出一个文件夹", en: "Name a folder" },
  };
}

/** Says that a folder, a pipe or a device has the name of a file that is to be written. */
export function noFile(file: string): Issue {
  return {
    code: "cannot-write",
    severity: "error",
    place: { file },
    message: { zh: "这里已有同名的文件夹、管道或设备", en: "A folder, a pipe or a device has this name" },
    advice: { zh: "请换一个名称或文件夹", en: "Take another name or folder" },
  };
}

/** Says that a spreadsheet program holds a file open. */
export function openElsewhere(file: string): Issue {
  return {
    code: "file-open",
    severity: "error",
    place: { file },
    message: { zh: "这个文件正在表格软件中打开", en: "A spreadsheet program has this file open" },
    advice: {
      zh: "请先保存并关闭它，再运行一次；换一个文件夹也可以",
      en: "Save and close it and run this again, or take another folder",
    },
  };
}

/** Says that somebody else wrote or changed a file, which is kept. */
export function changedByHand(file: string): Issue {
  return {
    code: "changed-by-hand",
    severity: "error",
    place: { file },
    message: {
      zh: "这个文件有人改动过，或不是本程序写出的，没有覆盖",
      en: "Somebody changed this file, or it was not written by this program; it was kept",
    },
    advice: {
      zh: "改动过的名册可用 lungang adopt 采用；否则请用 --out 换一个文件夹，确要覆盖请加 --force",
      en: "lungang adopt takes an edited roster over; else name another folder with --out, or overwrite it with --force",
    },
  };
}

/** Tells what became of a set of files that was interrupted. */
export function settledText(folder: string, settled: Exclude<Settled, "nothing">): Issue {
  return {
    code: "interrupted-output",
    severity: "warning",
    place: { file: folder },
    message: {
      completed: {
        zh: "上次写出文件时被中断，现已补齐",
        en: "Writing was interrupted the last time; it is completed now",
      },
      undone: { zh: "上次写出文件时被中断，现已撤销", en: "Writing was interrupted the last time; it is undone now" },
    }[settled],
  };
}

/** Says that somebody changed a file that an earlier set has left and the new one has no place for. */
export function changedLeftover(file: string): Issue {
  return {
    code: "changed-by-hand",
    severity: "error",
    place: { file },
    message: {
      zh: "这个文件属于上一次的一套，本次没有对应的文件，但有人改动过，没有移除",
      en: "This file is left from the set before, the new one has none in its place, and somebody changed it; it was kept",
    },
    advice: {
      zh: "请先把它移到别处，或用 --out 换一个文件夹；确要移除请加 --force",
      en: "Move it elsewhere or name another folder with --out; --force removes it",
    },
  };
}

/** Says which files of an earlier set go because the new one has none in their place. */
export function leftoverText(folder: string, names: readonly string[]): Issue {
  const count = names.length;
  return {
    code: "earlier-set-removed",
    severity: "warning",
    place: { file: folder },
    message: {
      zh: `上一次的一套中有 ${count} 个文件本次没有，写出时一并移除：${names.join("、")}`,
      en: `${count} files of the set before are not in the new one and go with it: ${names.join(", ")}`,
    },
    advice: {
      zh: "要保留上一次的结果，请用 --out 换一个文件夹",
      en: "To keep the earlier result, name another folder with --out",
    },
  };
}
