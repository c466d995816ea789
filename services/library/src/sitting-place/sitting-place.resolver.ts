import {
  sittingPlaceFields,
  sittingPlaceReference,
} from '@manabi/kit/sitting-place/sitting-place.fields';
import { Resolver } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { LibrarySittingPlace } from './sitting-place.entity.js';

/** Answers what is asked of such a place. */
@Resolver(() => LibrarySittingPlace)
export class LibrarySittingPlaceResolver extends sittingPlaceFields(LibrarySittingPlace, {
  facility: Facility,
}) {}

/** What a reference to such a place means. */
export const sittingReference = sittingPlaceReference(LibrarySittingPlace);
