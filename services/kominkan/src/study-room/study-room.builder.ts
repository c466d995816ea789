import { StudyRoom } from './study-room.entity.js';

/** A room for tests, let in the published bands; name only what matters. */
export function aStudyRoom(given: Partial<StudyRoom> = {}): StudyRoom {
  return Object.assign(
    new StudyRoom(),
    {
      id: 'room',
      facilityCode: '132292-0303',
      name: { ja: '第1学習室' },
      provenance: { department: 'kominkan', sample: true },
    },
    given,
  );
}
