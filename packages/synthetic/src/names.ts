import type { Random } from "./random.ts";

const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
const FEMALE = "芳娜静丽敏燕艳娟霞秀英玲桂兰婷雪慧颖莉洁琳佳怡欣蓉梅萍红云凤春晓雅倩岚薇蕾黛菊瑶";
const MALE = "伟强磊军勇杰涛超明刚平辉鹏飞斌波宁健俊浩宇志国建华文学海山林峰新亮东立永成康光辰";
const PLACES = "清河沙石青白龙金玉双凤永大安和东平桥新云长泉梅竹松柏枫莲溪塘湖岭坪湾坝源江水";
const ENDINGS = "坪湾桥溪塘岭坝源江口河山泉沟庄店铺堡";

/** Returns an invented name of a person. */
export function personName(female: boolean, random: Random): string {
  const given = female ? FEMALE : MALE;
  const letter = (text: string) => text.charAt(random.integer(0, text.length - 1));
  return letter(SURNAMES) + letter(given) + (random.chance(0.75) ? letter(given) : "");
}

/** Returns a count of different invented place names. */
export function placeNames(count: number, random: Random): string[] {
  const endings = Array.from(ENDINGS);
  const all = Array.from(PLACES).flatMap((first) =>
    endings.filter((last) => last !== first).map((last) => first + last),
  );
  const names = random.shuffled(all);
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / names.length);
    return `${names[index % names.length] ?? ""}${round === 0 ? "" : round + 1}`;
  });
}

/** Returns an id such as T000123, wide enough for a count. */
export function numberedId(prefix: string, index: number, digits: number): string {
  return prefix + String(index + 1).padStart(digits, "0");
}
