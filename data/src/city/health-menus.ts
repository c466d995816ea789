import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { AUDIENCES, type Audience } from './opportunity.js';
import { opportunityId } from './opportunity-line.js';
import { sampleOf, type Sourced } from './sourced.js';

/** An invented series of exercises that sports and health departments made together (健康づくりメニュー). */
export interface HealthMenuRow extends Sourced {
  id: string;
  name: Text;
  summary: Text;
  steps: string[];
  minutes: number;
  timesPerWeek: number;
  effort: 'LIGHT' | 'MODERATE' | 'HARD';
  audiences: Audience[];
  departmentCodes: string[];
  caution: string | null;
  classIds: string[];
}

/** Promises six invented menus with the classes in which they are practised. */
export const healthMenus = (today: string = todayInTokyo()): HealthMenuRow[] =>
  rowsOf('health-menus', (line) => ({
    id: opaqueId('health-menu', line.text('key')),
    name: text(line.text('name'), { kana: line.text('kana'), plain: null, en: null }),
    summary: { ja: line.text('summary') },
    steps: line.list('steps'),
    minutes: line.number('minutes'),
    timesPerWeek: line.number('timesPerWeek'),
    effort: line.oneOf('effort', ['LIGHT', 'MODERATE', 'HARD']),
    audiences: line
      .list('audiences')
      .flatMap((written) => AUDIENCES.filter((audience) => audience === written)),
    departmentCodes: line.list('developedWith'),
    caution: line.maybe('caution'),
    classIds: line.list('classes').map(opportunityId),
    ...sampleOf(today),
  }));
