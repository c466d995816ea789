import type { Language } from '../language/words.js';

// A table: the services of the hub, as the gateway names them, in both languages.
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  library: { ja: '図書館', en: 'Libraries' },
  kominkan: { ja: '公民館', en: 'Community centres' },
  sports: { ja: 'スポーツ', en: 'Sports' },
  welfare: { ja: '子育て・福祉・健康', en: 'Welfare, child care and health' },
  center: { ja: '生涯学習情報センター', en: 'Learning information centre' },
  plan: { ja: '生涯学習推進調整担当', en: 'Planning desk' },
};

/** What people call the department of a service; the name itself where it is a new one. */
export function departmentName(service: string, language: Language): string {
  return names[service]?.[language] ?? service;
}
