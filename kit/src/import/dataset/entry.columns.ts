import type { DatasetColumns } from './definition.js';
import { deskForm, groupForm, personForm } from './entry.form.js';
import { formColumns } from './form-columns.js';

/** The common entry form for people. */
export const personColumns: DatasetColumns = {
  id: 'person',
  title: '人材の共通入力様式',
  columns: formColumns(personForm),
  needs: [['name'], ['roles'], ['subjects']],
  marks: ['name', 'roles', 'freeTimes', 'consent', 'qualifications'],
};

/** The common entry form for groups. */
export const groupColumns: DatasetColumns = {
  id: 'group',
  title: '団体の共通入力様式',
  columns: formColumns(groupForm),
  needs: [['name'], ['subjects'], ['members', 'beginners']],
  marks: ['name', 'members', 'beginners', 'subjects'],
};

/** The common entry form for advice desks. */
export const deskColumns: DatasetColumns = {
  id: 'desk',
  title: '相談窓口の共通入力様式',
  columns: formColumns(deskForm),
  needs: [['name'], ['subjects'], ['freeTimes']],
  marks: ['name', 'freeTimes', 'appointment', 'department', 'subjects'],
};
