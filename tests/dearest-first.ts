import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What starts whole portals, browsers or databases, the dearest first: what begins a path is enough. The order decides
 * when the last worker ends, and never what a test finds.
 */
const dearest = [
  'server/several/',
  'server/edition/',
  'netlify/',
  'server/',
  'cms/',
  'texts/further-language',
  'journeys/every-',
  'print/',
  'bench/generate-content',
  'structure/tutorial',
  'cases/proof/',
  'cases/crash',
  'cases/full-disk',
  'import/refusals',
  'operate/',
  'site/every-field',
];

/** Runs one project after another, and in each what takes longest first, so that all workers end at about one time. */
export class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = (file: TestSpecification): number => {
      const path = file.moduleId.slice(file.moduleId.lastIndexOf('/tests/') + '/tests/'.length);
      const found = dearest.findIndex((beginning) => path.startsWith(beginning));
      return found < 0 ? dearest.length : found;
    };
    // Between projects a worker begins anew, so the files of one stay together; most are in the last.
    const projects = ['browser', 'apart', 'parts'];
    const project = (file: TestSpecification): number => projects.indexOf(file.project.name);
    return [...files].sort((a, b) => project(a) - project(b) || place(a) - place(b));
  }
}
