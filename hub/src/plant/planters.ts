import { plantCenter } from './plant-center.js';
import { plantKominkan } from './plant-kominkan.js';
import { plantLibrary } from './plant-library.js';
import { plantPlan } from './plant-plan.js';
import { plantSports } from './plant-sports.js';
import type { Planter } from './planter.js';
import { plantWelfare } from './plant-welfare.js';

/** What is planted into each service's database. */
export const planters: readonly Planter[] = [
  plantLibrary,
  plantKominkan,
  plantSports,
  plantWelfare,
  plantCenter,
  plantPlan,
];
