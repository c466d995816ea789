import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { groupId } from './groups.js';
import { sampleOf, type Sourced } from './sourced.js';

/** An invented club of a neighbourhood (総合型地域スポーツクラブ). */
export interface CommunityClubRow extends Sourced {
  id: string;
  name: Text;
  summary: Text;
  sports: string[];
  ages: { minMonths: number | null; maxMonths: number | null };
  yearlyFeeYen: number;
  acceptsBeginners: 'YES' | 'NO' | 'UNKNOWN';
  since: number;
  homeCode: string;
  /** Circles that belong to it. */
  groupIds: string[];
}

const months = (years: number | null): number | null => (years === null ? null : years * 12);

/** Promises two invented clubs with the circles that belong to them. */
export const communityClubs = (today: string = todayInTokyo()): CommunityClubRow[] =>
  rowsOf('community-clubs', (line) => ({
    id: opaqueId('community-club', line.text('key')),
    name: text(line.text('name'), { kana: line.text('kana'), plain: null, en: null }),
    summary: { ja: line.text('summary') },
    sports: line.list('sports'),
    ages: {
      minMonths: months(line.maybeNumber('ageMin')),
      maxMonths: months(line.maybeNumber('ageMax')),
    },
    yearlyFeeYen: line.number('yearlyFeeYen'),
    acceptsBeginners: line.oneOf('acceptsBeginners', ['YES', 'NO', 'UNKNOWN']),
    since: line.number('since'),
    homeCode: line.text('home'),
    groupIds: line.list('groups').map(groupId),
    ...sampleOf(today),
  }));
