import { Tri } from '@manabi/kit/value/tri';

import { isJapanese } from '../assistants/assistants.rules.js';
import { type AccessItem, accessItemTerm, accessItems } from './access-item.entity.js';
import type { AccessFact, FacilityAccess } from './access.entity.js';
import { routeReasons } from './access-route.rules.js';
import type { SupportProfile } from './support-profile.input.js';
import type { Verdict, VerdictReason } from './verdict.entity.js';

/** Months of age under which a child needs a place to nurse, and to change diapers. */
const needsUntil = { nursing: 12, diapers: 36 } as const;

/** Says of every item what is known; what nobody recorded is unknown. */
export function accessFacts(
  access: Pick<FacilityAccess, 'items' | 'provenance'> | null,
): AccessFact[] {
  const recorded = new Map((access?.items ?? []).map((item) => [item.code, item]));
  const { asOf = null, department = null } = access?.provenance ?? {};
  return accessItems.map((code) => {
    const item = recorded.get(code);
    const fact = { code, term: accessItemTerm[code], value: item?.value ?? Tri.UNKNOWN };
    if (!item) return { ...fact, asOf: null, note: null, department: null };
    return { ...fact, asOf: item.asOf ?? asOf, note: item.note ?? null, department };
  });
}

/** The items without which somebody with these needs cannot come, in the order of the standard. */
export function neededItems(profile: SupportProfile): AccessItem[] {
  const youngest = Math.min(...(profile.childMonths ?? []));
  const needs: Readonly<Partial<Record<AccessItem, boolean | null | undefined>>> = {
    WHEELCHAIR: profile.wheelchair,
    ACCESSIBLE_TOILET: profile.wheelchair,
    STEP_FREE: profile.stepFree,
    TACTILE_PAVING: profile.visual,
    BRAILLE_OR_READING: profile.visual,
    ASSISTANCE_DOGS: profile.assistanceDog,
    WRITTEN_COMMUNICATION: profile.hearing,
    OSTOMATE_TOILET: profile.ostomate,
    NURSING_ROOM: youngest < needsUntil.nursing,
    DIAPER_TABLE: youngest < needsUntil.diapers,
    STROLLER: profile.stroller,
  };
  return accessItems.filter((item) => needs[item]);
}

/** Judges a facility for somebody: each need by its fact. */
export function accessVerdict(profile: SupportProfile, facts: readonly AccessFact[]): Verdict {
  const needed = new Set(neededItems(profile));
  const reasons = facts.filter(({ code }) => needed.has(code)).map(reasonOf);
  return verdictOf([...reasons, ...languageReasons(profile)]);
}

/** Judges a venue for somebody: each need by its fact, the way there, and the language that is spoken in it. */
export function venueVerdict(
  profile: SupportProfile,
  access: Pick<FacilityAccess, 'items' | 'routes' | 'provenance'> | null,
): Verdict {
  const { reasons } = accessVerdict(profile, accessFacts(access));
  return verdictOf([...reasons, ...routeReasons(profile, access)]);
}

/** Yes only if every reason is a yes; no if any is a no; unknown else. */
export function verdictOf(reasons: readonly VerdictReason[]): Verdict {
  return { answer: worst(reasons.map(({ value }) => value)), reasons: [...reasons] };
}

/** The least of some answers: no before unknown before yes. Yes of none. */
export function worst(answers: readonly Tri[]): Tri {
  if (answers.includes(Tri.NO)) return Tri.NO;
  return answers.includes(Tri.UNKNOWN) ? Tri.UNKNOWN : Tri.YES;
}

const spoken: Readonly<Record<Tri, string>> = { YES: '有', NO: '無', UNKNOWN: '不明' };

function reasonOf({ code, term, value, asOf, department }: AccessFact): VerdictReason {
  return {
    code,
    value,
    text: `${term}：${spoken[value]}`,
    asOf: asOf ?? null,
    department: department ?? null,
  };
}

/** No department records in which languages it can serve, so nothing but Japanese is known. */
function languageReasons({ language }: SupportProfile): VerdictReason[] {
  if (language == null || isJapanese(language)) return [];
  const text = `外国語（${language}）での対応：${spoken.UNKNOWN}`;
  return [{ code: 'LANGUAGE', value: Tri.UNKNOWN, text, department: null, asOf: null }];
}
