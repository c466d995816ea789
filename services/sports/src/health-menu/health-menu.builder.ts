import { HealthMenu } from './health-menu.entity.js';

/** A menu for tests; name only what matters. */
export function aHealthMenu(given: Partial<HealthMenu> = {}): HealthMenu {
  return Object.assign(
    new HealthMenu(),
    {
      id: 'menu',
      name: { ja: '歩き方' },
      provenance: { department: 'sports', sample: true },
    },
    given,
  );
}
