// A table: words of Japanese venues, in the normal form of normal-form.rules.ts (hiragana, no long vowels).

/** A kind of house: how it is written, read, and which kinds people say instead. */
export interface HouseKind {
  readonly word: string;
  readonly reading: string;
  /** Kinds with the same group are said for one another. */
  readonly group: string;
}

const kind = (word: string, reading: string, group: string = word): HouseKind => ({
  word,
  reading,
  group,
});

/** Kinds of houses, longest first. */
export const houseKinds: readonly HouseKind[] = [
  kind('公民館', 'こうみんかん'),
  kind('図書館', 'としょかん'),
  kind('児童館', 'じどうかん'),
  kind('児童せんた', 'じどうせんた', '児童館'),
  kind('福祉会館', 'ふくしかいかん'),
  kind('こみゅにてぃせんた', 'こみゅにてぃせんた'),
  kind('こみせん', 'こみせん', 'こみゅにてぃせんた'),
  kind('小学校', 'しょうがっこう'),
  kind('中学校', 'ちゅうがっこう'),
  kind('保育園', 'ほいくえん'),
  kind('保育所', 'ほいくしょ', '保育園'),
  kind('学童くらぶ', 'がくどうくらぶ'),
  kind('学童', 'がくどう', '学童くらぶ'),
  kind('運動場', 'うんどうじょう'),
  kind('ぐらんど', 'ぐらんど', '運動場'),
  kind('出張所', 'しゅっちょうじょ'),
  kind('庁舎', 'ちょうしゃ'),
  kind('体育館', 'たいいくかん'),
  kind('せんた', 'せんた'),
  kind('ぷらざ', 'ぷらざ'),
  kind('会館', 'かいかん'),
  kind('ほる', 'ほる'),
  kind('公園', 'こうえん'),
  kind('大学', 'だいがく'),
].sort((one, other) => other.word.length - one.word.length);

/** Words for a school, and what people shorten them to. */
export const schoolWords: readonly (readonly [long: string, short: string])[] = [
  ['小学校', '小'],
  ['中学校', '中'],
];

/** The city itself, as it stands before the names of its houses. */
export const ownCity = '西東京';

/** Cities around, whose houses bear the same plain names as ours. */
export const otherCities =
  /小平|東久留米|清瀬|武蔵野|三鷹|練馬|小金井|東村山|新座|国分寺|杉並|府中|調布|立川|都立/u;

/** What stands before a name and says nothing of the place. */
export const leadIn =
  /^(?:東京都|西東京市立|西東京市営|西東京市|西東京|市立|市営|市の|市|会場は|会場|開催場所|集合場所|場所|集合|於|於いて|対面) ?/u;

/** A venue that is no place, with the word that joins it to one. */
export const online =
  /(?:及び|および|または|又は|と|並びに|併用)? ?(?:おんらいん|zoom|ずむ|youtube|ゆちゅぶ|web|うぇぶ|りもと|teams|動画)(?:開催|配信|同時配信|同時|会議|参加|併用|可|でも)*/gu;

/** Texts that say that there is no one place. */
export const noPlace =
  /^(?:自宅|各自|各家庭|未定|調整中|市内|市内各所|市内全域|各所|各地|市内各.*|各.*|郵送|電話|なし|後日.*|.*による)$/u;

/** Words after which a text means something else than the house: what stands near it, or was named after it. */
export const besides =
  /ばす停|停留所|交差点|付近|周辺|近く|近隣|隣|横|裏|向かい|跡|側|方面|友の会|分館|別館|分室|分園|事務所|駅|公園|商店|店|街|通り|組合|旧|仮設|仮称|行き|出発|発/u;

/** Words that say that there are more places than the one named. */
export const andOthers = /ほか|他|等|など|各館|全館|順次/u;

/** Floors and wings of a house. */
export const floor = /^(?:[^ ]{1,6}棟\d*|(?:地下|b|地上)?\d+ ?階(?:建)?|地階|屋上)/u;

/** Words that hold a name and its room together. */
export const joint = /^(?:内の|内|館内|施設内|の|にて|で|に集合|集合|に|本館)(?= |$|.)/u;

/** Words that join a second thing: it must be a room of the same house, or nothing is certain. */
export const conjunction = /^(?:及び|および|と|または|又は)/u;

/** What looks like a room or a spot in a house, though the register does not list it. */
export const roomLike =
  /^[^ ]*?(?:室|ほる|ろび|すぺす|こな|こと|るむ|広場|体育館|教室|道場|ぷる|受付|玄関|入口|出入口|門|駐車場|駐輪場|校庭|園庭|中庭|ぎゃらり|すたじお|らうんじ|和室|会場|へや|部屋|じむ)(?:\d+|[a-z](?![a-z]))?(?:前)?(?= |$|\d|[^ ])/u;
