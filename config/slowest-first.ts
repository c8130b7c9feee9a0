import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files take longest: a file of theirs that comes last would leave the other workers idle. */
const slowest = ['test/e2e/commands/', 'test/browser/', 'test/e2e/', 'test/local-org/'];

/** What is slow begins first; within a folder the larger file, and the longer one where a run before has told. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = slowest.findIndex((folder) => moduleId.includes(`/${folder}`));
      return found < 0 ? slowest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
