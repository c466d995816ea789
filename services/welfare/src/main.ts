import { runService } from '@manabi/kit/run';

import { welfare } from './service.js';

await runService(welfare);
