import {
  sittingPlaceFields,
  sittingPlaceReference,
} from '@manabi/kit/sitting-place/sitting-place.fields';
import { Resolver } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { KominkanSittingPlace } from './sitting-place.entity.js';

/** Answers what is asked of such a place. */
@Resolver(() => KominkanSittingPlace)
export class KominkanSittingPlaceResolver extends sittingPlaceFields(KominkanSittingPlace, {
  facility: Facility,
}) {}

/** What a reference to such a place means. */
export const sittingReference = sittingPlaceReference(KominkanSittingPlace);
