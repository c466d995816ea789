import firstQuestion from '../../../schema/document/first-question.graphql';
import facilityView from '../../../schema/document/p7.graphql';
import facilityViewVariables from '../../../schema/document/p7.variables.json';
import courseBooks from '../../../schema/document/p4.graphql';
import courseBooksVariables from '../../../schema/document/p4.variables.json';
import findLearning from '../../../schema/document/p1.graphql';
import findLearningVariables from '../../../schema/document/p1.variables.json';
import withASmallChild from '../../../schema/document/p10.graphql';
import withASmallChildVariables from '../../../schema/document/p10.variables.json';

/** A question ready to run, and what it asks in two languages. */
export interface SampleQuestion {
  /** Name of the operation. */
  readonly name: string;
  readonly ja: string;
  readonly en: string;
  readonly document: string;
  /** JSON; empty when the question takes none. */
  readonly variables: string;
}

/** The questions of `schema/document` that are for people; the first one greets who opens the page. */
export const sampleQuestions: readonly SampleQuestion[] = [
  sampleQuestion(firstQuestion),
  sampleQuestion(findLearning, findLearningVariables),
  sampleQuestion(courseBooks, courseBooksVariables),
  sampleQuestion(facilityView, facilityViewVariables),
  sampleQuestion(withASmallChild, withASmallChildVariables),
];

/** Reads the two lines with which every document begins. */
function sampleQuestion(document: string, variables?: object): SampleQuestion {
  return {
    name: /^query (\w+)/m.exec(document)?.[1] ?? '',
    ja: headOf(document, 'ja'),
    en: headOf(document, 'en'),
    document,
    variables: variables ? JSON.stringify(variables, null, 2) : '',
  };
}

function headOf(document: string, language: string): string {
  return new RegExp(`^# ${language}: (.+)$`, 'm').exec(document)?.[1] ?? '';
}
