// A table: the items of an access profile with their words.
import { registerEnumType } from 'type-graphql';

/**
 * What a profile of accessibility can say of a facility, after GIF DS-436 アクセシビリティ. Its nineteenth item, 備考,
 * is no yes or no and stands beside the others as a note.
 */
export enum AccessItem {
  WHEELCHAIR = 'WHEELCHAIR',
  WHEELCHAIR_LOAN = 'WHEELCHAIR_LOAN',
  CANE_LOAN = 'CANE_LOAN',
  ACCESSIBLE_TOILET = 'ACCESSIBLE_TOILET',
  STEP_FREE = 'STEP_FREE',
  TACTILE_PAVING = 'TACTILE_PAVING',
  BRAILLE_OR_READING = 'BRAILLE_OR_READING',
  ASSISTANCE_DOGS = 'ASSISTANCE_DOGS',
  CAPTIONS = 'CAPTIONS',
  WRITTEN_COMMUNICATION = 'WRITTEN_COMMUNICATION',
  PRIORITY_PARKING = 'PRIORITY_PARKING',
  OSTOMATE_TOILET = 'OSTOMATE_TOILET',
  CHILD_TOILET = 'CHILD_TOILET',
  NURSING_ROOM = 'NURSING_ROOM',
  DIAPER_TABLE = 'DIAPER_TABLE',
  EATING_ALLOWED = 'EATING_ALLOWED',
  STROLLER_LOAN = 'STROLLER_LOAN',
  STROLLER = 'STROLLER',
}

/** What each item is called at the counter and in the standard. */
export const accessItemTerm: Readonly<Record<AccessItem, string>> = {
  WHEELCHAIR: '車椅子可',
  WHEELCHAIR_LOAN: '車椅子貸出',
  CANE_LOAN: 'ツエ貸出',
  ACCESSIBLE_TOILET: 'バリアフリートイレ',
  STEP_FREE: 'スロープ・エレベータ・エスカレータ',
  TACTILE_PAVING: '点字ブロック等の移動支援',
  BRAILLE_OR_READING: '点字や読上による支援',
  ASSISTANCE_DOGS: '盲導犬・介助犬・聴導犬同伴',
  CAPTIONS: '字幕',
  WRITTEN_COMMUNICATION: '筆談対応',
  PRIORITY_PARKING: '優先駐車場',
  OSTOMATE_TOILET: 'オストメイト対応トイレ',
  CHILD_TOILET: '子供トイレ',
  NURSING_ROOM: '授乳室',
  DIAPER_TABLE: 'おむつ替えコーナー',
  EATING_ALLOWED: '飲食可否',
  STROLLER_LOAN: 'ベビーカー貸出',
  STROLLER: 'ベビーカー利用',
};

/** All items, in the order of the standard. */
export const accessItems: readonly AccessItem[] = Object.values(AccessItem);

registerEnumType(AccessItem, {
  name: 'AccessItem',
  description:
    'What a profile of accessibility says of a facility, after GIF DS-436 (アクセシビリティ).',
  valuesConfig: {
    WHEELCHAIR: { description: 'One can move in a wheelchair (車椅子可).' },
    WHEELCHAIR_LOAN: { description: 'Wheelchairs are lent (車椅子貸出).' },
    CANE_LOAN: { description: 'Canes are lent (ツエ貸出).' },
    ACCESSIBLE_TOILET: { description: 'A barrier-free toilet (バリアフリートイレ).' },
    STEP_FREE: { description: 'Ramp, lift or escalator (スロープ・エレベータ・エスカレータ).' },
    TACTILE_PAVING: { description: 'Tactile paving or the like (点字ブロック等の移動支援).' },
    BRAILLE_OR_READING: { description: 'Braille or reading aloud (点字や読上による支援).' },
    ASSISTANCE_DOGS: {
      description: 'Guide, service and hearing dogs come along (盲導犬・介助犬・聴導犬同伴).',
    },
    CAPTIONS: { description: 'Captions (字幕).' },
    WRITTEN_COMMUNICATION: { description: 'Staff communicate in writing (筆談対応).' },
    PRIORITY_PARKING: { description: 'Reserved parking (優先駐車場).' },
    OSTOMATE_TOILET: { description: 'A toilet for ostomates (オストメイト対応トイレ).' },
    CHILD_TOILET: { description: 'A toilet for children (子供トイレ).' },
    NURSING_ROOM: { description: 'A nursing room (授乳室).' },
    DIAPER_TABLE: { description: 'A diaper-changing table (おむつ替えコーナー).' },
    EATING_ALLOWED: { description: 'One may eat and drink (飲食可否).' },
    STROLLER_LOAN: { description: 'Strollers are lent (ベビーカー貸出).' },
    STROLLER: { description: 'One can use a stroller (ベビーカー利用).' },
  },
});
