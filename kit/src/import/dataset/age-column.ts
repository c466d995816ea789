const pattern =
  /^(?:(?<sexBefore>男性?|女性?)[_の]?)?(?<from>\d{1,3})(?:[~-](?<to>\d{1,3}))?歳?(?<open>以上|~)?の?[_(]?(?<sex>男性?|女性?|計|総数)?\)?(?:人口)?$/u;

/** The canonical column of a header such as 0-4歳の男性, 男性_85歳以上 or 100歳以上女: `age:<from>:<to or empty>:<male|female|total>`. */
export function ageColumn(header: string): string | undefined {
  const text = header
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[〜～∼‐-―−ー]/gu, '~')
    .replaceAll(/(?<=\d)歳(?=~\d)/gu, '');
  const groups = text.includes('歳') ? pattern.exec(text)?.groups : undefined;
  if (!groups) return undefined;
  const sex = groups['sexBefore'] ?? groups['sex'];
  const from = Number(groups['from']);
  const to = groups['open'] ? '' : String(groups['to'] === undefined ? from : Number(groups['to']));
  return `age:${from}:${to}:${sex?.startsWith('男') ? 'male' : sex?.startsWith('女') ? 'female' : 'total'}`;
}
