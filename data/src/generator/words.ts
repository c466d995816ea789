// This file is a table of words: longer than most because it only lists them.

/** A word with its reading in katakana. */
export interface Word {
  ja: string;
  kana: string;
}

/** What a programme can be about, with its NDC division and survey category. */
export interface Topic extends Word {
  ndc: string;
  survey: string;
}

/** How a title is built around a topic: `*` stands for it, `#` for a number. */
export type Pattern = Word;

const words = (table: string): Word[] =>
  table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [ja = '', kana = ''] = entry.split('|');
      return { ja: ja.replaceAll('_', ' '), kana: kana.replaceAll('_', ' ') };
    });

const topics = (table: string): Topic[] =>
  table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [ja = '', kana = '', ndc = '', survey = ''] = entry.split('|');
      return { ja, kana, ndc, survey };
    });

/** Topics in kanji, kana of both widths, Latin letters and digits; some in variant kanji (髙, 澤, 國, 齋). */
export const TOPICS = topics(`
ヨガ|ヨガ|78|2 太極拳|タイキョクケン|78|2 ﾖｶﾞ体操|ヨガタイソウ|78|2 卓球|タッキュウ|78|2
バドミントン|バドミントン|78|2 水泳|スイエイ|78|2 ボッチャ|ボッチャ|78|2 弓道|キュウドウ|78|2
3x3バスケ|スリーエックススリーバスケ|78|2 ＺＵＭＢＡ|ズンバ|78|2 俳句|ハイク|91|1 短歌|タンカ|91|1
古文書|コモンジョ|21|1 縄文土器|ジョウモンドキ|21|1 髙橋家の暮らし|タカハシケノクラシ|21|1
武蔵野の歴史|ムサシノノレキシ|21|1 齋藤文庫を読む|サイトウブンコヲヨム|02|1 地図|チズ|29|1
石仏めぐり|セキブツメグリ|18|1 哲学対話|テツガクタイワ|10|1 心理学|シンリガク|14|1 國際交流|コクサイコウリュウ|31|5
国際理解|コクサイリカイ|31|5 手話|シュワ|80|5 点字|テンジ|80|5 英会話|エイカイワ|83|4 English_Café|イングリッシュカフェ|83|4
韓国語|カンコクゴ|82|4 中国語|チュウゴクゴ|82|4 やさしい日本語|ヤサシイニホンゴ|81|5 日本語|ニホンゴ|81|5
スマートフォン|スマートフォン|00|4 ｽﾏﾎ|スマホ|00|4 パソコン|パソコン|00|4 Python|パイソン|00|4 生成AI|セイセイエーアイ|00|4
表計算Excel|ヒョウケイサンエクセル|00|4 消費者の権利|ショウヒシャノケンリ|33|5 年金と税|ネンキントゼイ|34|5
相続|ソウゾク|32|5 労働法|ロウドウホウ|32|4 創業|ソウギョウ|67|4 防災|ボウサイ|36|5 介護|カイゴ|36|3
認知症|ニンチショウ|49|5 子育て|コソダテ|59|3 離乳食|リニュウショク|59|3 絵本|エホン|01|3 読み聞かせ|ヨミキカセ|01|3
図書修理|トショシュウリ|02|1 科学実験|カガクジッケン|40|1 算数パズル|サンスウパズル|41|1 電気工作|デンキコウサク|54|1
星座|セイザ|44|1 天気|テンキ|45|1 川の生きもの|カワノイキモノ|46|1 澤の鳥|サワノトリ|48|1 野草|ヤソウ|47|1
栄養|エイヨウ|49|3 血圧|ケツアツ|49|3 睡眠|スイミン|49|3 環境|カンキョウ|51|5 省エネ|ショウエネ|54|5
家庭料理|カテイリョウリ|59|3 発酵|ハッコウ|58|3 片づけ|カタヅケ|59|3 野菜づくり|ヤサイヅクリ|62|1 土づくり|ツチヅクリ|61|1
屋敷林|ヤシキリン|65|1 水彩画|スイサイガ|72|1 版画|ハンガ|73|1 写真|シャシン|74|1 写眞の歴史|シャシンノレキシ|74|1
藍染め|アイゾメ|75|1 陶芸|トウゲイ|75|1 折り紙|オリガミ|75|1 合唱|ガッショウ|76|1 ギター|ギター|76|1
ウクレレ|ウクレレ|76|1 落語|ラクゴ|77|1 演劇|エンゲキ|77|1 映画|エイガ|77|1 将棋|ショウギ|79|1 囲碁|イゴ|79|1
自分史|ジブンシ|28|1 人権|ジンケン|31|5 平和|ヘイワ|31|5 ボランティア|ボランティア|36|5 学習支援|ガクシュウシエン|37|3
不登校|フトウコウ|37|3 発達支援|ハッタツシエン|37|3`);

/** Forms of a title. */
export const PATTERNS: Pattern[] = words(`
はじめての*|ハジメテノ* *入門|*ニュウモン *教室|*キョウシツ *講座|*コウザ やさしい*|ヤサシイ* *を楽しむ会|*ヲタノシムカイ
親子で*|オヤコデ* *ワークショップ|*ワークショップ 夜の*|ヨルノ* 大人の*|オトナノ* *の基礎|*ノキソ 続・*|ゾク* *カフェ|*カフェ
60歳からの*|60サイカラノ* *_Lesson_#|*_レッスン_# *体験会|*タイケンカイ 暮らしと*|クラシト* *を学ぶ#日間|*ヲマナブ#カカン
小学生の*クラブ|ショウガクセイノ*クラブ *サロン|*サロン *の広場|*ノヒロバ *連続講座（全#回）|*レンゾクコウザゼン#カイ
*ひとめぐり|*ヒトメグリ *_第#期|*_ダイ#キ まちの*|マチノ* ２０２６*セミナー|2026*セミナー *研究会|*ケンキュウカイ *相談の日|*ソウダンノヒ`);

/** Invented places. */
export const PLACES = words(`
けやき台|ケヤキダイ 柳原|ヤナギハラ 見本町|ミホンチョウ 例野|レイノ 泉台|イズミダイ 屋敷森|ヤシキモリ 水車町|スイシャチョウ
青葉原|アオバハラ 南風台|ミナミカゼダイ 雲雀野|ヒバリノ 小川端|オガワバタ 桜並木|サクラナミキ 梅坂|ウメザカ 竹林|タケバヤシ
北見本|キタミホン 東例野|ヒガシレイノ 西の原|ニシノハラ 中の坂|ナカノサカ 月見台|ツキミダイ 星川|ホシカワ 若草|ワカクサ
栗林|クリバヤシ 麦畑|ムギバタケ 茶畑|チャバタケ 石橋|イシバシ 丸池|マルイケ 長屋門|ナガヤモン 火の見|ヒノミ`);

/** Invented family names that are words for "sample". */
export const FAMILY_NAMES = words(
  '見本|ミホン 例野|レイノ 仮山|カリヤマ 架空|カクウ 試田|タメシダ 雛形|ヒナガタ 模擬川|モギカワ 想定|ソウテイ',
);

/** Given names, none of them of anybody. */
export const GIVEN_NAMES = words(
  'いちか|イチカ はると|ハルト ふたば|フタバ みつき|ミツキ よつば|ヨツバ いつき|イツキ むつみ|ムツミ ななみ|ナナミ やよい|ヤヨイ ここの|ココノ とおる|トオル ちひろ|チヒロ あさひ|アサヒ ひなた|ヒナタ かぜと|カゼト みお|ミオ',
);

/** Promises the pattern with topic and number put in. */
export const filled = (pattern: Pattern, topic: Word, number: number): Word => ({
  ja: pattern.ja.replace('*', topic.ja.replaceAll('_', ' ')).replace('#', String(number)),
  kana: pattern.kana.replace('*', topic.kana).replace('#', String(number)),
});
