import { momentInJapan } from '../opportunity/event-times.js';

/** What is known of any row about a room beside the row itself. */
export interface RoomListSetting {
  readonly dataset: string;
  readonly asOf: string;
  readonly licence?: string;
  readonly department: string;
}

/** The provenance of a row of a file. */
export function listProvenance(
  { department, dataset, asOf, licence }: RoomListSetting,
  sample = false,
): Readonly<Record<string, unknown>> {
  return {
    department,
    dataset,
    asOf: momentInJapan(asOf).toISOString(),
    licence: licence ?? null,
    sample,
  };
}
