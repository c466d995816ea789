import { departmentNames } from '../../../src/department-names.js';
import type { Language } from '../language/words.js';

/** What the departments are called in English. */
const englishNames: Readonly<Record<string, string>> = {
  library: 'Libraries',
  kominkan: 'Community centres',
  sports: 'Sports',
  welfare: 'Welfare, child care and health',
  center: 'Learning information centre',
  plan: 'Planning desk',
};

/** What people call the department of a service; the name itself where it is a new one. */
export function departmentName(service: string, language: Language): string {
  return (language === 'ja' ? departmentNames : englishNames)[service] ?? service;
}
