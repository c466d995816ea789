import { type LocalText, bilingual } from '@manabi/kit/value/local-text';

import type { FacetField } from './facet.entity.js';

/** What residents read above each facet. */
export const facetLabels: Readonly<Record<FacetField, LocalText>> = {
  CATEGORY: bilingual('分類', 'Category'),
  AUDIENCE: bilingual('対象者', 'For whom'),
  DEPARTMENT: bilingual('主催', 'Organiser'),
  MONTH: bilingual('期間', 'Month'),
  WEEKDAY: bilingual('曜日', 'Day of the week'),
  TIME_BAND: bilingual('時間帯', 'Time of day'),
  AREA: bilingual('地域', 'Area'),
  SCHOOL_DISTRICT: bilingual('小学校区', 'School district'),
  FEE: bilingual('料金', 'Fee'),
  APPLICATION: bilingual('受付状況', 'Application'),
};

const words: Partial<Record<FacetField, Readonly<Record<string, LocalText>>>> = {
  AUDIENCE: {
    INFANT: bilingual('幼児', 'Small children'),
    ELEMENTARY: bilingual('小学生', 'Elementary school'),
    JUNIOR_HIGH: bilingual('中学生', 'Junior high school'),
    HIGH_SCHOOL: bilingual('高校生', 'High school'),
    YOUTH: bilingual('青少年', 'Young people'),
    ADULT: bilingual('大学・一般', 'Adults'),
    SENIOR: bilingual('高齢者', 'Older people'),
    WORKER: bilingual('勤労者', 'Working people'),
    MEN: bilingual('男性', 'Men'),
    WOMEN: bilingual('女性', 'Women'),
    PARENT_CHILD: bilingual('親子', 'Parents with children'),
    ANYONE: bilingual('制限なし', 'Anyone'),
  },
  WEEKDAY: {
    MONDAY: bilingual('月曜日', 'Monday'),
    TUESDAY: bilingual('火曜日', 'Tuesday'),
    WEDNESDAY: bilingual('水曜日', 'Wednesday'),
    THURSDAY: bilingual('木曜日', 'Thursday'),
    FRIDAY: bilingual('金曜日', 'Friday'),
    SATURDAY: bilingual('土曜日', 'Saturday'),
    SUNDAY: bilingual('日曜日', 'Sunday'),
  },
  TIME_BAND: {
    MORNING: bilingual('午前', 'Morning'),
    AFTERNOON: bilingual('午後', 'Afternoon'),
    EVENING: bilingual('夜間', 'Evening'),
  },
  FEE: {
    FREE: bilingual('無料', 'Free'),
    PAID: bilingual('有料', 'Paid'),
    UNKNOWN: bilingual('不明', 'Unknown'),
  },
  APPLICATION: {
    OPEN: bilingual('受付中', 'Open'),
    LOTTERY: bilingual('抽選受付中', 'Open, by lot'),
    WAITLIST: bilingual('キャンセル待ち', 'Waiting list'),
    BEFORE: bilingual('受付前', 'Not open yet'),
    NO_APPLICATION: bilingual('申込不要', 'No application needed'),
    CLOSED: bilingual('受付終了', 'Closed'),
    UNKNOWN: bilingual('不明', 'Unknown'),
  },
};

/** What residents read for a value that no register names; undefined when it has no word. */
export function valueLabel(field: FacetField, code: string): LocalText | undefined {
  if (field === 'MONTH') return monthLabel(code);
  return words[field]?.[code];
}

function monthLabel(code: string): LocalText {
  const [year, month] = code.split('-');
  return bilingual(`${year}年${Number(month)}月`, code);
}
