import type { FormColumn } from './entry.form.js';

/** The columns of a form, and the remarks, in which a hub that publishes a list marks its examples. */
export const formColumns = (form: readonly FormColumn[]): Record<string, readonly string[]> => ({
  ...Object.fromEntries(
    form.map(({ column, header, aliases }) => [column, [header, ...(aliases ?? [])]]),
  ),
  remarks: ['備考'],
});
