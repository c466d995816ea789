import { bilingual } from '@manabi/kit/value/local-text';

import type {
  FacilityUnknown,
  VenueMatchAlreadyDecided,
  VenueMatchUnknown,
} from '../value/decide-venue-answer.js';
import type { VenueMatch } from './venue-match.entity.js';

/** Nothing waits under that id. */
export function venueMatchUnknown(): VenueMatchUnknown {
  return {
    __typename: 'VenueMatchUnknown',
    why: bilingual('この照合待ちは見つかりません。', 'No venue waits under this id.'),
    whatToDo: bilingual('一覧を読み直してください。', 'Take the id from "venueMatches".'),
  };
}

/** Somebody was quicker, or it was decided long ago. */
export function venueMatchAlreadyDecided(match: VenueMatch): VenueMatchAlreadyDecided {
  return {
    __typename: 'VenueMatchAlreadyDecided',
    match,
    why: bilingual('この会場はすでに確定しています。', 'This venue was decided before.'),
    whatToDo: bilingual('確定した内容を確かめてください。', 'Look at what was decided.'),
  };
}

/** The facility is not in the register, or was withdrawn. */
export function facilityUnknown(code: string): FacilityUnknown {
  return {
    __typename: 'FacilityUnknown',
    code,
    why: bilingual(
      `施設コード「${code}」の使われている施設はありません。`,
      `No facility in use has the code "${code}".`,
    ),
    whatToDo: bilingual(
      '施設名簿から選び直すか、該当なしとしてください。',
      'Choose one from "facilities", or send null when the venue means none.',
    ),
  };
}
