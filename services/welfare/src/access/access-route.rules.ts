import { Tri } from '@manabi/kit/value/tri';

import type { FacilityAccess } from './access.entity.js';
import { type AccessRoute, RouteMode } from './access-route.entity.js';
import type { SupportProfile } from './support-profile.input.js';
import type { VerdictReason } from './verdict.entity.js';

/** The way to a venue for somebody who comes by bus: the best that is recorded. Nothing recorded is no "no". */
export function routeReasons(
  profile: SupportProfile,
  access: Pick<FacilityAccess, 'routes' | 'provenance'> | null,
): VerdictReason[] {
  if (!profile.byBus) return [];
  const buses = (access?.routes ?? []).filter(({ mode }) => mode === RouteMode.BUS);
  const judged = buses.map((route) => ({ route, value: judge(profile, route) }));
  const best = [Tri.YES, Tri.UNKNOWN, Tri.NO]
    .map((value) => judged.find((each) => each.value === value))
    .find(Boolean);
  if (!best) return [{ ...unrecorded, department: null, asOf: null }];
  const { department = null, asOf = null } = access?.provenance ?? {};
  return [{ code: 'BUS', value: best.value, text: spoken(best.route), department, asOf }];
}

const unrecorded = { code: 'BUS', value: Tri.UNKNOWN, text: 'バス：登録がありません' } as const;

/** A step on the way matters only to who cannot take it. */
function judge({ wheelchair, stepFree, stroller }: SupportProfile, route: AccessRoute): Tri {
  return wheelchair || stepFree || stroller ? route.stepFree : Tri.YES;
}

const steps: Readonly<Record<Tri, string>> = {
  YES: '段差なし',
  NO: '段差あり',
  UNKNOWN: '段差は不明',
};

function spoken({ stop, walkMinutes, stepFree }: AccessRoute): string {
  const walk = walkMinutes == null ? '' : `から${walkMinutes}分`;
  return `バス：${stop}${walk}、${steps[stepFree]}`;
}
