import type { NameForm } from './name-forms.rules.js';
import { asWritten } from './normal-form.rules.js';

/** Why a name was found in a text, by how the name came about. */
export function namedReason(form: NameForm, name: string, text: string): string {
  if (form.origin === 'NAME') return `施設名「${name}」が書かれています。`;
  const written = asWritten(text, form.text);
  if (form.origin === 'ALIAS') return `「${name}」の別名「${written}」が書かれています。`;
  return `「${written}」は「${name}」の書き方の一つです。`;
}

export const learnedReason = (name: string): string =>
  `以前に職員が「${name}」と確認した書き方と同じです。`;

export const slipReason = (written: string, name: string): string =>
  `「${written}」は「${name}」と一字だけ違い、ほかに似た施設がないため、書き誤りと読みました。`;

export const addressReason = (name: string): string =>
  `書かれた住所が「${name}」の所在地と同じです。`;

export const leftOverReason = (name: string, left: string): string =>
  `「${name}」の名がありますが、「${left}」が施設名簿では説明できません。`;

export const severalReason = (names: readonly string[]): string =>
  `複数の施設（${names.join('、')}）が考えられます。`;

export const similarReason = (written: string, name: string): string =>
  `「${written}」は「${name}」に似ていますが、同じとは言い切れません。`;

export const elsewhereReason = '市外の会場と読みました。';
export const onlineReason = 'オンライン開催で、会場の建物は書かれていません。';
export const noPlaceReason = '特定の一つの会場が書かれていません。';
export const unknownReason = '施設名簿に当たる名がありません。';
export const emptyReason = '会場が書かれていません。';
