import { type Band, writeBands } from '@manabi/kit/slot/band';
import { writeEnglish, writeJapanese } from '@manabi/kit/japan-time';
import type {
  HoldUnknown,
  NoLongerOpen,
  NotYetOpen,
  OutsideHours,
  RoomUnknown,
} from '@manabi/kit/slot/refusal';
import type { SlotFields } from '@manabi/kit/slot/slot.fields';
import type { UseRefused } from '@manabi/kit/slot/use.write';
import { bilingual } from '@manabi/kit/value/local-text';

import type { SlotTaken } from '../value/hold-slot-answer.js';

/** Somebody has the room at that time. */
export function slotTaken(slot: SlotFields): SlotTaken {
  const [startsAt, endsAt] = [slot.startsAt, slot.endsAt];
  return {
    __typename: 'SlotTaken',
    slot,
    why: bilingual(
      `${writeJapanese(startsAt)}から${writeJapanese(endsAt)}まで、この部屋は利用できません。`,
      `The room is taken from ${writeEnglish(startsAt)} to ${writeEnglish(endsAt)}.`,
    ),
    whatToDo: bilingual(
      'この部屋の空き枠、または同じ時間帯に空いている別の部屋を探してください。',
      'Ask for the room’s slots with state FREE, or for other rooms with "studyRooms(filter: { freeBetween })".',
    ),
  };
}

/** The stretch is not made of the room's bands. */
export function outsideHours(bands: readonly Band[]): OutsideHours {
  return {
    __typename: 'OutsideHours',
    bands,
    why: bilingual(
      'この時間は利用区分と合っていません。',
      'These times are not those in which the room is let.',
    ),
    whatToDo: bilingual(
      `次の利用区分（連続する複数区分も可）で指定してください：${writeBands(bands, '、')}`,
      `Choose one of these, or several in a row on one day: ${writeBands(bands, ', ')} (Japan).`,
    ),
  };
}

/** The first-come period for that day has not begun: the lottery comes first. */
export function notYetOpen(opensAt: Date): NotYetOpen {
  return {
    __typename: 'NotYetOpen',
    opensAt,
    why: bilingual(
      `先着順の受付は${writeJapanese(opensAt)}からです。`,
      `Holding by first come begins on ${writeEnglish(opensAt)}.`,
    ),
    whatToDo: bilingual(
      '抽選に申し込むか、受付開始後にもう一度お試しください。',
      'Apply for the lottery (see "StudyRoom.lottery"), or try again from then on.',
    ),
  };
}

/** It is later than 16:00 two days before. */
export function noLongerOpen(closedAt: Date): NoLongerOpen {
  return {
    __typename: 'NoLongerOpen',
    closedAt,
    why: bilingual(
      `受付は${writeJapanese(closedAt)}に終了しました（利用日の2日前16時まで）。`,
      `Holding ended on ${writeEnglish(closedAt)}: at 16:00 two days before the use.`,
    ),
    whatToDo: bilingual(
      '別の日を選ぶか、公民館の窓口にお尋ねください。',
      'Choose a later day, or ask at the community centre.',
    ),
  };
}

/** No study room has that id. */
export function roomUnknown(): RoomUnknown {
  return {
    __typename: 'RoomUnknown',
    why: bilingual('この部屋は見つかりません。', 'No study room has this id.'),
    whatToDo: bilingual(
      '部屋を検索し直して選んでください。',
      'Take the id from "studyRooms" or "Facility.studyRooms".',
    ),
  };
}

/** Nothing is held under that id. */
export function holdUnknown(): HoldUnknown {
  return {
    __typename: 'HoldUnknown',
    why: bilingual('この仮押さえは見つかりません。', 'Nothing is held under this id.'),
    whatToDo: bilingual(
      '仮押さえのときに受け取った番号を確かめてください。',
      'Send the "holdId" that "holdSlot" answered.',
    ),
  };
}

/** Why a room cannot be taken, as the graph tells it. */
export function roomRefused(refused: UseRefused): SlotTaken | OutsideHours | RoomUnknown {
  if (refused.kind === 'taken') return slotTaken(refused.slot);
  return refused.kind === 'outside' ? outsideHours(refused.bands) : roomUnknown();
}
