// A table: what departments record of houses: places where one may simply sit (居場所), and how accessible a house is (バリアフリー).
import { readList } from '../cell/list.js';
import { readAccessRoutes } from '../cell/access-route.js';
import { readWhole } from '../cell/number.js';
import { readTriState, type TriState } from '../cell/tri-state.js';
import { readWeeklyTimes } from '../cell/weekly-time.js';
import { readWords } from '../cell/words.js';
import { confirmedOn, count, department, neededFacility, reading } from './asked.js';
import { type ListColumn, listed, needed, optional } from './column.js';
import { listOf } from './list.js';

const fact = (header: string, aliases: readonly string[] = []): ListColumn<TriState | undefined> =>
  optional({ header, description: '有・無・不明', sample: '有', aliases }, readTriState);

/** 居場所: places where one may simply sit. */
export const sittingPlaceList = listOf({
  title: '居場所一覧',
  columns: {
    name: needed(
      {
        header: '居場所名',
        description: '公開する名前',
        sample: '学習コーナー',
        aliases: ['席の名称'],
      },
      readWords,
    ),
    nameKana: reading('居場所名カナ', 'ガクシュウコーナー'),
    facility: neededFacility('柳沢図書館'),
    location: optional(
      { header: '館内の場所', description: '階など', sample: '2階ロビー' },
      readWords,
    ),
    rules: listed(
      { header: '利用の約束', description: '; で区切る', sample: '静かに過ごす;食べない' },
      readList,
    ),
    wifi: fact('無料Wi-Fi', ['Wi-Fi']),
    power: fact('電源'),
    supervised: fact('見守り', ['職員の見守り']),
    quiet: fact('静かな席'),
    eating: fact('飲食可否', ['飲食']),
    seats: count('席数', '数字だけ', '12'),
    ageFrom: optional(
      { header: '一人で使える年齢（最低）', description: '数字だけ', sample: '12' },
      readWhole,
    ),
    ageTo: optional(
      { header: '一人で使える年齢（最高）', description: '数字だけ', sample: '' },
      readWhole,
    ),
    hours: listed(
      {
        header: '利用できる曜日と時間',
        description: '「月〜金 09:00-20:00」の形。; で区切る。空欄は館の開館時間',
        sample: '月〜金 09:00-20:00;土 09:00-17:00',
      },
      readWeeklyTimes,
    ),
    department: department('図書館'),
  },
  marks: ['name', 'supervised', 'quiet', 'seats', 'ageFrom'],
  known: ['facility', 'name'],
});

/** The items of GIF DS-436 アクセシビリティ by the codes of the graph, with the headers by which lists call them. */
export const accessItems = {
  WHEELCHAIR: fact('車椅子可', ['車いす', '車椅子', '車椅子対応']),
  WHEELCHAIR_LOAN: fact('車椅子貸出', ['車いす貸出']),
  CANE_LOAN: fact('ツエ貸出', ['杖貸出']),
  ACCESSIBLE_TOILET: fact('バリアフリートイレ', ['多目的トイレ', '多機能トイレ', 'だれでもトイレ']),
  STEP_FREE: fact('スロープ・エレベータ・エスカレータ', ['段差なし', 'エレベーター', 'スロープ']),
  TACTILE_PAVING: fact('点字ブロック等の移動支援', ['点字ブロック']),
  BRAILLE_OR_READING: fact('点字や読上による支援', ['点字や読上', '点字案内']),
  ASSISTANCE_DOGS: fact('盲導犬・介助犬・聴導犬同伴', ['補助犬同伴', '補助犬']),
  CAPTIONS: fact('字幕'),
  WRITTEN_COMMUNICATION: fact('筆談対応', ['筆談']),
  PRIORITY_PARKING: fact('優先駐車場', ['障害者用駐車場']),
  OSTOMATE_TOILET: fact('オストメイト対応トイレ', ['オストメイト']),
  CHILD_TOILET: fact('子供トイレ', ['こどもトイレ']),
  NURSING_ROOM: fact('授乳室'),
  DIAPER_TABLE: fact('おむつ替えコーナー', ['おむつ交換台']),
  EATING_ALLOWED: fact('飲食可否', ['飲食']),
  STROLLER_LOAN: fact('ベビーカー貸出'),
  STROLLER: fact('ベビーカー利用', ['ベビーカー', 'ベビーカー利用可']),
} as const;

/** バリアフリー: what is known of each item; a blank cell says nothing, and nothing is not 無. */
export const accessList = listOf({
  title: '施設バリアフリー一覧',
  columns: {
    facility: neededFacility('柳沢公民館'),
    ...accessItems,
    routes: listed(
      {
        header: '行き方',
        description: '「バス／停留所／徒歩分／段差のない経路」の形。; で区切る',
        sample: 'バス／柳沢公民館前／2／有',
      },
      readAccessRoutes,
    ),
    accessNote: optional(
      { header: 'バリアフリーの補足', description: '公開されます', sample: '' },
      readWords,
    ),
    department: department('障害福祉課'),
    confirmedOn,
  },
  marks: ['WHEELCHAIR', 'ACCESSIBLE_TOILET', 'STEP_FREE', 'WRITTEN_COMMUNICATION'],
  known: ['facility'],
});
