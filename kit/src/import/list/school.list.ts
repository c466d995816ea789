// A table: what schools ask with (学校): units of lessons, places that take classes, and the districts of the primary schools.
import { readGrade } from '../cell/grade.js';
import { readList } from '../cell/list.js';
import { readMonths } from '../cell/month-list.js';
import { readWeekdayNumbers } from '../cell/weekday-number.js';
import { readWords } from '../cell/words.js';
import {
  confirmedOn,
  count,
  department,
  facility,
  grades,
  howToApply,
  reading,
  subjects,
  summary,
} from './asked.js';
import { listed, needed, optional } from './column.js';
import { listOf } from './list.js';
import { gradesInOrder } from './rules.js';

const months = (header: string) =>
  listed({ header, description: '4;5;6 か 4〜6月。一年中なら通年', sample: '4〜6月' }, readMonths);

/** 単元: units of lessons. */
export const schoolUnitList = listOf({
  title: '学校単元一覧',
  columns: {
    name: needed(
      { header: '単元名', description: '教科書の単元の名', sample: '植物の発芽と成長' },
      readWords,
    ),
    nameKana: reading('単元名カナ', 'ショクブツノハツガトセイチョウ'),
    summary: summary('学習内容', '種が育つ条件を確かめます。'),
    grade: needed({ header: '学年', description: '小5、中1など', sample: '小5' }, readGrade),
    schoolSubject: optional(
      { header: '教科', description: '時間割の教科', sample: '理科' },
      readWords,
    ),
    months: months('学習する月'),
    subjects: subjects('61;47'),
  },
  marks: ['name', 'grade', 'schoolSubject'],
  known: ['name', 'grade'],
  rules: [
    {
      code: 'GRADE_BEFORE_SCHOOL',
      message: '単元の学年が就学前になっています。',
      remedy: '小1から高3までのどれかを書いてください。',
      breaks: ({ grade }) => grade === 0,
    },
  ],
});

/** 見学: places that take school classes. */
export const siteVisitList = listOf({
  title: '見学受入れ一覧',
  columns: {
    title: needed({ header: '見学名', description: '公開する名前', sample: '畑の見学' }, readWords),
    titleKana: reading('見学名カナ', 'ハタケノケンガク'),
    summary: summary('見学の内容', '土づくりを見ます。'),
    ...grades,
    capacity: count('受入れ人数', '一度に受け入れる人数。数字だけ', '40'),
    weekdays: listed(
      { header: '受入れ曜日', description: '月火水のように。空欄は問わない', sample: '月火水木金' },
      readWeekdayNumbers,
    ),
    months: months('受入れ月'),
    howToApply,
    subjects: subjects('61'),
    facility: facility('見学先の施設', '柳沢公民館'),
    property: optional(
      { header: '見学する文化財', description: '文化財の名かコード', sample: '' },
      readWords,
    ),
    department: department('産業振興課'),
    confirmedOn,
  },
  marks: ['title', 'weekdays', 'gradeFrom'],
  known: ['title', 'facility'],
  rules: [gradesInOrder],
});

/** 小学校区: the districts of the primary schools, and the blocks that lie in them. */
export const schoolDistrictList = listOf({
  title: '小学校区一覧',
  columns: {
    name: needed({ header: '学区名', description: '学区の名', sample: '柳沢小学校区' }, readWords),
    nameKana: reading('学区名カナ', 'ヤギサワショウガッコウク'),
    districtCode: needed(
      {
        header: '学区コード',
        description: '学区の番号。一度使った番号は使い回さない',
        sample: 'D01',
        aliases: ['小学校区コード'],
      },
      readWords,
    ),
    school: optional(
      { header: '小学校', description: '学校の施設名かコード', sample: '柳沢小学校' },
      readWords,
    ),
    blocks: listed(
      {
        header: '町丁目',
        description: '学区に入る町丁目。; で区切る。二つの学区に分かれる町丁目は書かない',
        sample: '柳沢一丁目;柳沢二丁目',
        aliases: ['通学区域', '町名'],
      },
      readList,
    ),
  },
  marks: ['districtCode', 'blocks', 'school'],
  known: ['districtCode'],
});
