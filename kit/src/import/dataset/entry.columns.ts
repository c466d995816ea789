import type { DatasetColumns } from './definition.js';
import { type FormColumn, deskForm, groupForm, personForm } from './entry.form.js';

/** The columns of a form, and the remarks, in which a hub that publishes a list marks its examples. */
const columnsOf = (form: readonly FormColumn[]): Record<string, readonly string[]> => ({
  ...Object.fromEntries(
    form.map(({ column, header, aliases }) => [column, [header, ...(aliases ?? [])]]),
  ),
  remarks: ['備考'],
});

/** The common entry form for people. */
export const personColumns: DatasetColumns = {
  id: 'person',
  title: '人材の共通入力様式',
  columns: columnsOf(personForm),
  needs: [['name'], ['roles'], ['subjects']],
  marks: ['name', 'roles', 'freeTimes', 'consent', 'qualifications'],
};

/** The common entry form for groups. */
export const groupColumns: DatasetColumns = {
  id: 'group',
  title: '団体の共通入力様式',
  columns: columnsOf(groupForm),
  needs: [['name'], ['subjects'], ['members', 'beginners']],
  marks: ['name', 'members', 'beginners', 'subjects'],
};

/** The common entry form for advice desks. */
export const deskColumns: DatasetColumns = {
  id: 'desk',
  title: '相談窓口の共通入力様式',
  columns: columnsOf(deskForm),
  needs: [['name'], ['subjects'], ['freeTimes']],
  marks: ['name', 'freeTimes', 'appointment', 'department', 'subjects'],
};
