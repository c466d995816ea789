import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { someAssistants } from './assistants.builder.js';
import { AssistanceKind, type Assistants } from './assistants.entity.js';
import { assistanceReasons } from './assistants.rules.js';

const at = new Date('2026-10-05T10:00:00+09:00');
const { SIGN_LANGUAGE, PERSONAL_CARE, INTERPRETER } = AssistanceKind;

test.each<[string, AssistanceKind, Partial<Assistants>, Tri, string]>([
  [
    'sure to come',
    SIGN_LANGUAGE,
    { needed: 2, available: 2, confirmed: 2 },
    Tri.YES,
    '手話通訳：確定しています',
  ],
  [
    'not all sure',
    SIGN_LANGUAGE,
    { needed: 2, available: 2, confirmed: 1 },
    Tri.UNKNOWN,
    '手話通訳：人数の調整中です',
  ],
  [
    'nobody there',
    SIGN_LANGUAGE,
    { needed: 1, available: 0 },
    Tri.NO,
    '手話通訳：派遣できる人がいません',
  ],
  [
    'too late',
    SIGN_LANGUAGE,
    { available: 3, requestBy: at },
    Tri.NO,
    '手話通訳：申込期限を過ぎました',
  ],
  ['not told', SIGN_LANGUAGE, {}, Tri.UNKNOWN, '手話通訳：派遣できる人数が分かりません'],
  [
    'a hand is for one',
    PERSONAL_CARE,
    { needed: 2, available: 2, confirmed: 2 },
    Tri.UNKNOWN,
    '介助：人数の調整中です',
  ],
  [
    'a hand is free',
    PERSONAL_CARE,
    { needed: 2, available: 3, confirmed: 2 },
    Tri.YES,
    '介助：まだ頼めます',
  ],
])('assistants who are %s', (...[, kind, numbers, value, text]) => {
  const known = [someAssistants({ kind, ...numbers })];
  const profile = { signLanguage: kind === SIGN_LANGUAGE, personalCare: kind === PERSONAL_CARE };

  expect(assistanceReasons(profile, known, at)).toEqual([
    { code: kind, value, text, department: 'disability', asOf: '2026-10-01T00:00:00.000Z' },
  ]);
});

test('assistants of whom nothing is recorded are unknown, and nobody answers for it', () => {
  expect(assistanceReasons({ guide: true }, [], at)).toEqual([
    {
      code: 'GUIDE',
      value: Tri.UNKNOWN,
      text: '移動支援：登録がありません',
      department: null,
      asOf: null,
    },
  ]);
});

test('an interpreter counts for the language that is spoken', () => {
  const known = [someAssistants({ kind: INTERPRETER, language: 'en', available: 1, confirmed: 1 })];

  expect(assistanceReasons({ language: 'en-GB' }, known, at)).toMatchObject([
    { code: 'INTERPRETER', value: Tri.YES },
  ]);
  expect(assistanceReasons({ language: 'zh' }, known, at)).toEqual([]);
  expect(assistanceReasons({ language: 'ja' }, known, at)).toEqual([]);
});
