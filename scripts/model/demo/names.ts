/** Characters of which the demo's people have their names. */
export const familyNames = [
  ...'李张刘杨黄赵吴徐孙马朱胡郭何林罗梁宋谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段',
];
export const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞鹏宇浩然子轩雨欣梓晨思远嘉怡博文'];

/** A person's name by place, the same every time. */
export function nameAt(place: number, salt: number): string {
  const second = place % 3 === 0 ? '' : pick(givenNames, place * 11 + 3);
  return pick(familyNames, place * 7 + salt * 11) + pick(givenNames, place * 5 + salt) + second;
}

export function pick<Value>(list: readonly Value[], index: number): Value {
  const value = list[index % list.length];
  if (value === undefined) throw new RangeError('Expected a list with values, got an empty one.');
  return value;
}
