import { runService } from '@manabi/kit/run';

import { plan } from './service.js';

await runService(plan);
