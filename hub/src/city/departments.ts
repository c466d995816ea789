import { center } from '@manabi/center/service';
import type { Service } from '@manabi/kit/service';
import { kominkan } from '@manabi/kominkan/service';
import { library } from '@manabi/library/service';
import { plan } from '@manabi/plan/service';
import { sports } from '@manabi/sports/service';
import { welfare } from '@manabi/welfare/service';

/** The services of the city; those that follow others come after them. */
export const departments: readonly Service[] = [library, kominkan, sports, welfare, center, plan];
