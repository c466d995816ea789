import type { Band } from '@manabi/kit/slot/band';

import { CourtKind } from './court.entity.js';

/**
 * The parts of a day in which a court of a kind is let, where nobody has said otherwise. No source was found for
 * them: they are those of the community centres, whose rooms are let by the same booking system; outdoors it is
 * dark before the last.
 */
export function usualBands(kind: CourtKind | null | undefined): Band[] {
  const outdoors = kind === CourtKind.GROUND || kind === CourtKind.TENNIS;
  const untilDark = [
    { opens: '09:00', closes: '13:00' },
    { opens: '13:00', closes: '16:00' },
    { opens: '16:00', closes: '18:30' },
  ];
  return outdoors ? untilDark : [...untilDark, { opens: '18:30', closes: '22:00' }];
}
