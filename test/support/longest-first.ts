import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They play a dozen stories each. Without a cache of durations Vitest takes the largest file first, and these are small. */
const long = ['faults/crashes-after.test.ts', 'faults/crashes-before.test.ts', 'faults/deliveries.test.ts'];

const place = ({ moduleId }: TestSpecification): number => {
  const found = long.findIndex((name) => moduleId.endsWith(name));
  return found < 0 ? long.length : found;
};

/** The longest files of a project begin first, so that the two processes end at about the same time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const byProject = Map.groupBy(sorted, ({ project }) => project);
    return [...byProject.values()].flatMap((group) => group.toSorted((one, other) => place(one) - place(other)));
  }
}
