import { ChildrenHallSittingPlace } from './sitting-place.entity.js';

/** Such a place for tests; name only what matters. */
export function aSittingPlace(
  given: Partial<ChildrenHallSittingPlace> = {},
): ChildrenHallSittingPlace {
  return Object.assign(
    new ChildrenHallSittingPlace(),
    {
      id: 'seats',
      name: { ja: '学習コーナー' },
      facilityCode: 'hall',
      provenance: { department: 'children', sample: true },
    },
    given,
  );
}
