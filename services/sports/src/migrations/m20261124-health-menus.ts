import { migrationStep } from '@manabi/kit/database';

/** Exercises made with the health departments, and how classes are made fit for people with disabilities. */
export const healthMenus = migrationStep('m20261124-health-menus', [
  `alter table sports_class add column adapted text not null default 'UNKNOWN',
     add column adaptations text[] not null default '{}'`,
  `create table health_menu (
    id text primary key,
    name jsonb not null,
    summary jsonb,
    steps text[] not null default '{}',
    minutes integer check (minutes > 0),
    times_per_week integer check (times_per_week between 1 and 21),
    effort text,
    audiences text[] not null default '{}',
    caution text,
    withdrawn_at timestamptz,
    provenance jsonb not null,
    department_codes text[] not null default '{}',
    class_ids text[] not null default '{}'
  )`,
  `create index health_menu_class on health_menu using gin (class_ids)`,
]);
