import { classAdaptations } from '@manabi/data/city/class-adaptations';
import { healthMenus } from '@manabi/data/city/health-menus';
import { Tri } from '@manabi/kit/value/tri';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { Effort, type HealthMenu } from '@manabi/sports/health-menu/health-menu.entity';
import type { SportsClass } from '@manabi/sports/sports-class/sports-class.entity';

import { localText } from './local-text.js';
import { provenanceOf } from './provenance.js';

/** The invented exercises that sports and health departments made together. */
export const healthMenuRows = (today: string): Partial<HealthMenu>[] =>
  healthMenus(today).map((row) => ({
    id: row.id,
    name: localText(row.name),
    summary: localText(row.summary),
    steps: row.steps,
    minutes: row.minutes,
    timesPerWeek: row.timesPerWeek,
    effort: Effort[row.effort],
    audiences: row.audiences.map((audience) => Audience[audience]),
    caution: row.caution,
    withdrawnAt: null,
    departmentCodes: row.departmentCodes,
    classIds: row.classIds,
    provenance: provenanceOf(row, 'sports'),
  }));

/** How a class is made fit for people with disabilities, by its id; read once. */
export function adaptationValues(): (id: string) => Pick<SportsClass, 'adapted' | 'adaptations'> {
  const known = new Map(classAdaptations().map((row) => [row.classId, row]));
  return (id) => {
    const row = known.get(id);
    return { adapted: row ? Tri[row.adapted] : Tri.UNKNOWN, adaptations: row?.adaptations ?? [] };
  };
}
