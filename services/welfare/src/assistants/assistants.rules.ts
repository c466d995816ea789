import { Tri } from '@manabi/kit/value/tri';

import type { SupportProfile } from '../access/support-profile.input.js';
import type { VerdictReason } from '../access/verdict.entity.js';
import { AssistanceKind, type Assistants, assistanceTerm } from './assistants.entity.js';

/** What somebody asked for: a kind, and the language into which is to be interpreted. */
interface Wanted {
  readonly kind: AssistanceKind;
  readonly language?: string;
}

/** The assistants without whom somebody with these needs cannot take part, each with what is known of them. */
export function assistanceReasons(
  profile: SupportProfile,
  known: readonly Assistants[],
  at: Date,
): VerdictReason[] {
  return wantedBy(profile).flatMap((wanted) => {
    const offered = offeredFor(wanted, known);
    // Of a language that nobody interprets the verdict on the venue already says that nothing is known.
    if (wanted.kind === AssistanceKind.INTERPRETER && !offered) return [];
    return [reasonOf(wanted.kind, offered, at)];
  });
}

/** Those of some assistants for whom somebody with these needs asked. */
export function assistantsFor(profile: SupportProfile, known: readonly Assistants[]): Assistants[] {
  return wantedBy(profile).flatMap((wanted) => offeredFor(wanted, known) ?? []);
}

function wantedBy(profile: SupportProfile): Wanted[] {
  const wanted: Wanted[] = [];
  if (profile.signLanguage) wanted.push({ kind: AssistanceKind.SIGN_LANGUAGE });
  if (profile.noteTaking) wanted.push({ kind: AssistanceKind.NOTE_TAKING });
  if (profile.personalCare) wanted.push({ kind: AssistanceKind.PERSONAL_CARE });
  if (profile.guide) wanted.push({ kind: AssistanceKind.GUIDE });
  const { language } = profile;
  if (language != null && !isJapanese(language)) {
    wanted.push({ kind: AssistanceKind.INTERPRETER, language });
  }
  return wanted;
}

/** Tells whether a language tag means Japanese. */
export const isJapanese = (language: string): boolean => /^ja\b/i.test(language);

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

function offeredFor(wanted: Wanted, known: readonly Assistants[]): Assistants | undefined {
  return known.find(
    ({ kind, language }) =>
      kind === wanted.kind &&
      (wanted.language === undefined || primary(language ?? '') === primary(wanted.language)),
  );
}

function reasonOf(kind: AssistanceKind, offered: Assistants | undefined, at: Date): VerdictReason {
  const [value, words] = offered ? judge(offered, at) : [Tri.UNKNOWN, '登録がありません'];
  return {
    code: kind,
    value,
    text: `${assistanceTerm[kind]}：${words}`,
    department: offered?.provenance.department ?? null,
    asOf: offered?.provenance.asOf ?? null,
  };
}

/** Who interprets or writes does so for everybody; who lends a hand or walks along does so for one. */
const servesAll: ReadonlySet<AssistanceKind> = new Set([
  AssistanceKind.SIGN_LANGUAGE,
  AssistanceKind.NOTE_TAKING,
  AssistanceKind.INTERPRETER,
]);

/** Somebody is sure to come for all, or others can still be asked for; else nobody knows, or nobody can come. */
function judge(row: Assistants, at: Date): [Tri, string] {
  const { kind, needed, available, confirmed, requestBy } = row;
  if (servesAll.has(kind) && (confirmed ?? 0) > 0 && (confirmed ?? 0) >= (needed ?? 0)) {
    return [Tri.YES, '確定しています'];
  }
  if (available === 0 && (confirmed ?? 0) === 0) return [Tri.NO, '派遣できる人がいません'];
  if (requestBy && requestBy <= at) return [Tri.NO, '申込期限を過ぎました'];
  if (available == null) return [Tri.UNKNOWN, '派遣できる人数が分かりません'];
  if (available > (needed ?? 0)) return [Tri.YES, 'まだ頼めます'];
  return [Tri.UNKNOWN, '人数の調整中です'];
}
