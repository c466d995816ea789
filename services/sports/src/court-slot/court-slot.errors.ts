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

import type { CourtSlotTaken } from '../value/hold-court-slot-answer.js';

/** Somebody has the court at that time. */
export function courtSlotTaken(slot: SlotFields): CourtSlotTaken {
  return {
    __typename: 'CourtSlotTaken',
    slot,
    why: bilingual(
      `このコートは${writeJapanese(slot.startsAt)}から${writeJapanese(slot.endsAt)}まで埋まっています。`,
      `The court is taken from ${writeEnglish(slot.startsAt)} to ${writeEnglish(slot.endsAt)}.`,
    ),
    whatToDo: bilingual(
      '別の空き枠か、同じ時間帯に空いているコートを選んでください。',
      'Ask for the court’s slots with state FREE, or for others with "courts(filter: { freeBetween })".',
    ),
  };
}

/** The stretch is not made of the court's bands. */
export function outsideHours(bands: readonly Band[]): OutsideHours {
  return {
    __typename: 'OutsideHours',
    bands,
    why: bilingual(
      'コートはこの時間の区切りでは貸し出していません。',
      'The court is not let by these times.',
    ),
    whatToDo: bilingual(
      `利用できる区分は${writeBands(bands, '、')}です（同じ日の連続する区分も可）。`,
      `It is let for ${writeBands(bands, ', ')} (Japan), or several of them in a row on one day.`,
    ),
  };
}

/** It is too early for that day. */
export function notYetOpen(opensAt: Date): NotYetOpen {
  return {
    __typename: 'NotYetOpen',
    opensAt,
    why: bilingual(
      `このコートの受付は${writeJapanese(opensAt)}に始まります。`,
      `This court can be held from ${writeEnglish(opensAt)} on.`,
    ),
    whatToDo: bilingual(
      '受付開始後にもう一度お試しください。',
      'Send the request again from then on.',
    ),
  };
}

/** The use has begun. */
export function noLongerOpen(closedAt: Date): NoLongerOpen {
  return {
    __typename: 'NoLongerOpen',
    closedAt,
    why: bilingual(
      `この枠は${writeJapanese(closedAt)}に始まっています。`,
      `This slot began on ${writeEnglish(closedAt)}.`,
    ),
    whatToDo: bilingual('これからの枠を選んでください。', 'Choose a slot that has not begun.'),
  };
}

/** No court has that id. */
export function roomUnknown(): RoomUnknown {
  return {
    __typename: 'RoomUnknown',
    why: bilingual('このコートは登録されていません。', 'No court has this id.'),
    whatToDo: bilingual(
      'コートを検索して選び直してください。',
      'Take the id from "courts" or "Facility.courts".',
    ),
  };
}

/** Nothing is held under that id. */
export function holdUnknown(): HoldUnknown {
  return {
    __typename: 'HoldUnknown',
    why: bilingual('この番号の仮押さえはありません。', 'No court is held under this id.'),
    whatToDo: bilingual(
      'コートを仮押さえしたときの番号を確かめてください。',
      'Send the "holdId" that "holdCourtSlot" answered.',
    ),
  };
}

/** Why a court cannot be taken, as the graph tells it. */
export function courtRefused(refused: UseRefused): CourtSlotTaken | OutsideHours | RoomUnknown {
  if (refused.kind === 'taken') return courtSlotTaken(refused.slot);
  return refused.kind === 'outside' ? outsideHours(refused.bands) : roomUnknown();
}
