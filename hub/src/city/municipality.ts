import type { Scope } from '@manabi/kit/import/scope';

/** The city that this hub is for. Rows of files that belong to another are set aside. */
export const municipality: Scope = {
  municipalityCode: '132292',
  municipalityName: '西東京市',
  prefectureName: '東京都',
};
