/** A subject by its scheme and code. */
export interface SubjectKey {
  readonly scheme: string;
  readonly code: string;
}

/** The subjects of something, where they were asked for and are known. */
type Subjects = readonly (SubjectKey | null)[] | null | undefined;

/** The nine fields of the Ministry of Education (中分類) by number. */
const fields: readonly string[] = [
  '教育等一般',
  '人文・社会科学',
  '自然科学',
  '産業・技術',
  '芸術・文化',
  'スポーツ・レクリエーション',
  '家庭生活・趣味',
  '市民生活・国際関係',
  'その他',
];

/** The fields of the Ministry that something belongs to, in their order. */
export function fieldWords(subjects: Subjects): string {
  const codes = new Set(
    (subjects ?? []).flatMap((key) => (key?.scheme === 'MEXT' ? [key.code] : [])),
  );
  return fields.filter((_, at) => codes.has(String(at + 1))).join(';');
}

/** All subjects as scheme and code: MEXT:5;NDC:76. */
export function subjectCodes(subjects: Subjects): string {
  return (subjects ?? []).flatMap((key) => (key ? [`${key.scheme}:${key.code}`] : [])).join(';');
}
