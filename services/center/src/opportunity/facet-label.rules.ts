import type { LocalText } from '@manabi/kit/value/local-text';
import { TextOrigin } from '@manabi/kit/value/local-text';

import type { FacetField } from './facet.entity.js';

function named(ja: string, en: string): LocalText {
  return { ja, en: { text: en, origin: TextOrigin.HUMAN } };
}

/** What residents read above each facet. */
export const facetLabels: Readonly<Record<FacetField, LocalText>> = {
  CATEGORY: named('分類', 'Category'),
  AUDIENCE: named('対象者', 'For whom'),
  DEPARTMENT: named('主催', 'Organiser'),
  MONTH: named('期間', 'Month'),
  WEEKDAY: named('曜日', 'Day of the week'),
  TIME_BAND: named('時間帯', 'Time of day'),
  AREA: named('地域', 'Area'),
  SCHOOL_DISTRICT: named('小学校区', 'School district'),
  FEE: named('料金', 'Fee'),
  APPLICATION: named('受付状況', 'Application'),
};

const words: Partial<Record<FacetField, Readonly<Record<string, LocalText>>>> = {
  AUDIENCE: {
    INFANT: named('幼児', 'Small children'),
    ELEMENTARY: named('小学生', 'Elementary school'),
    JUNIOR_HIGH: named('中学生', 'Junior high school'),
    HIGH_SCHOOL: named('高校生', 'High school'),
    YOUTH: named('青少年', 'Young people'),
    ADULT: named('大学・一般', 'Adults'),
    SENIOR: named('高齢者', 'Older people'),
    WORKER: named('勤労者', 'Working people'),
    MEN: named('男性', 'Men'),
    WOMEN: named('女性', 'Women'),
    PARENT_CHILD: named('親子', 'Parents with children'),
    ANYONE: named('制限なし', 'Anyone'),
  },
  WEEKDAY: {
    MONDAY: named('月曜日', 'Monday'),
    TUESDAY: named('火曜日', 'Tuesday'),
    WEDNESDAY: named('水曜日', 'Wednesday'),
    THURSDAY: named('木曜日', 'Thursday'),
    FRIDAY: named('金曜日', 'Friday'),
    SATURDAY: named('土曜日', 'Saturday'),
    SUNDAY: named('日曜日', 'Sunday'),
  },
  TIME_BAND: {
    MORNING: named('午前', 'Morning'),
    AFTERNOON: named('午後', 'Afternoon'),
    EVENING: named('夜間', 'Evening'),
  },
  FEE: {
    FREE: named('無料', 'Free'),
    PAID: named('有料', 'Paid'),
    UNKNOWN: named('不明', 'Unknown'),
  },
  APPLICATION: {
    OPEN: named('受付中', 'Open'),
    LOTTERY: named('抽選受付中', 'Open, by lot'),
    WAITLIST: named('キャンセル待ち', 'Waiting list'),
    BEFORE: named('受付前', 'Not open yet'),
    NO_APPLICATION: named('申込不要', 'No application needed'),
    CLOSED: named('受付終了', 'Closed'),
    UNKNOWN: named('不明', 'Unknown'),
  },
};

/** What residents read for a value that no register names; undefined when it has no word. */
export function valueLabel(field: FacetField, code: string): LocalText | undefined {
  if (field === 'MONTH') return monthLabel(code);
  return words[field]?.[code];
}

function monthLabel(code: string): LocalText {
  const [year, month] = code.split('-');
  return named(`${year}年${Number(month)}月`, code);
}
