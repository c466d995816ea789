import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import type { Text } from '../text.js';
import { addDays, todayInTokyo } from '../tokyo-day.js';
import { grantId } from './grants.js';
import { sampleOf, type Sourced } from './sourced.js';

/** 学び合い, 成果の発表, 企画・運営への参画, 成果の還元. */
export const ACTIVITY_KINDS = ['LEARNING', 'PRESENTATION', 'PLANNING', 'SERVICE'] as const;

/** What the learners of an area did on a day; invented, and without any person. */
export interface CommunityActivityRow extends Sourced {
  id: string;
  kind: (typeof ACTIVITY_KINDS)[number];
  title: Text;
  result: Text | null;
  heldOn: string;
  participants: number;
  helpers: number;
  districtCode: string;
  groupId: string;
  venueCode: string;
  grantId: string | null;
  measureCodes: string[];
}

const maybeText = (ja: string | null): Text | null => (ja === null ? null : { ja });

/** Promises three dozen invented activities in all eighteen school districts over the last fiscal years. */
export const communityActivities = (today: string = todayInTokyo()): CommunityActivityRow[] =>
  rowsOf('community-activities', (line) => {
    const grant = line.maybe('grant');
    return {
      id: opaqueId('community-activity', line.text('key')),
      kind: line.oneOf('kind', ACTIVITY_KINDS),
      title: { ja: line.text('title') },
      result: maybeText(line.maybe('result')),
      heldOn: addDays(today, -line.number('daysAgo')),
      participants: line.number('participants'),
      helpers: line.number('helpers'),
      districtCode: line.text('district'),
      groupId: opaqueId('group', line.text('group')),
      venueCode: line.text('venue'),
      grantId: grant === null ? null : grantId(grant),
      measureCodes: line.list('measures'),
      ...sampleOf(today),
    };
  });
