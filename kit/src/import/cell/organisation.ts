import { type Reading, tooLong } from './reading.js';
import { readText } from './text.js';

const person =
  /^(?<name>.*(?:会|団|協議会|連盟|クラブ|サークル|支部|委員会|ネットワーク|グループ|教室|法人.+))(?:[\s　]+(?<surname>\p{Script=Han}{1,4})(?:\([ぁ-んァ-ヶー]+\))?|\((?<inBrackets>\p{Script=Han}{1,4})\))$/u;
const office =
  /[課係室部館局署所店園校会団課班科]$|担当|本部|支部|事務|窓口|代表|任意|共催|主催|仮称|予定/u;

/**
 * Reads the name of an organisation. A surname that stands behind the name of a group (の会 and 佐藤, or 協議会(佐藤)) is that of a private
 * person and is left out.
 */
export function readOrganisation(cell: string): Reading<string> {
  const reading = readText(cell);
  if (tooLong(cell)) return reading;
  const match = person.exec(reading.value?.replaceAll(/（/g, '(').replaceAll(/）/g, ')') ?? '');
  const surname = match?.groups?.['surname'] ?? match?.groups?.['inBrackets'];
  const name = match?.groups?.['name'];
  if (name === undefined || surname === undefined || office.test(surname)) return reading;
  const repair = {
    code: 'PERSON_REMOVED',
    message: '団体名に続く個人の氏名とみられる部分を除きました。',
  };
  return { value: name.trim(), repairs: [...reading.repairs, repair] };
}
