import { collections, type CollectionName } from '../schemas/collections.ts';
import type { ContentProblem } from './problem.ts';

/** What is wrong with where a file of a collection lies, or how it is called; undefined where nothing is. */
export function misplacement(name: CollectionName, file: string): ContentProblem | undefined {
  const { folder, depth, format } = collections[name];
  const inside = file.slice(`content/${folder}/`.length);
  if (!inside.endsWith(`.${format}`)) {
    return {
      file,
      message: `Files in content/${folder} end in .${format}.`,
      remedy: `Rename the file, or move it out of content/${folder}.`,
    };
  }
  if (inside.split('/').length !== depth) {
    const example =
      depth === 2 ? `content/${folder}/inec/voter-registration.${format}` : `content/${folder}/inec.${format}`;
    return { file, message: 'The file is in the wrong folder.', remedy: `Place it like ${example}.` };
  }
  if (
    !inside
      .slice(0, -format.length - 1)
      .split('/')
      .every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part))
  ) {
    return {
      file,
      message: 'The file name is not a valid id.',
      remedy: 'Use lower-case letters, digits and single hyphens, for example voter-registration.',
    };
  }
  return undefined;
}
