import { Area } from './area.entity.js';

/** A town block for tests; name only what matters. */
export function anArea(given: Partial<Area> = {}): Area {
  return Object.assign(
    new Area(),
    {
      code: 'S001001',
      name: { ja: '柳沢一丁目' },
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}
