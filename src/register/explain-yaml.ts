import type { YAMLError } from 'yaml';
import type { Explanation } from './explain-issue.ts';

/** Turns an error of the YAML parser into a sentence that says what is wrong and one that says what to do. */
export function explainYamlError(error: YAMLError): Explanation {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        message: 'This field is written twice in the same group.',
        remedy: 'Keep one of the two lines and remove the other.',
      };
    case 'MULTIPLE_DOCS':
      return {
        message: 'A line "---" divides the file in two.',
        remedy: 'Remove that line; a data file is one list of fields.',
      };
    case 'TAB_AS_INDENT':
      return { message: 'A line is indented with a tab.', remedy: 'Indent with spaces, two for each level.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'A text with a colon in it stands without quotes.',
        remedy: 'Put the whole text in double quotes.',
      };
    case 'MISSING_CHAR':
      if (!/closing ["']quote/.test(error.message)) return unknownError(error);
      return {
        message: 'A text in quotes is not closed, on this line or above it.',
        remedy: 'Write the closing quote; a double quote inside double quotes is written \\".',
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        message: 'YAML reads a word that starts with ! as the kind of a value.',
        remedy: 'Put the whole text in double quotes.',
      };
    default:
      return unknownError(error);
  }
}

function unknownError(error: YAMLError): Explanation {
  return {
    message: `This is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}.`,
    remedy: 'Check the indentation and put texts with a colon, a # or quotes into double quotes.',
  };
}
