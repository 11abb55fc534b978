import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTexts } from '../texts/check-texts.ts';
import { readMessageFiles } from '../texts/read-texts.ts';
import { writeShape } from '../texts/write-shape.ts';

// npm run texts: writes the types of the texts from the English files, and says what each language lacks.
const shape = join(import.meta.dirname, '..', 'texts', 'shape.ts');
writeFileSync(shape, writeShape(readMessageFiles('en')));
console.log(`Written: ${shape}`);
for (const { language, missing, wrong } of checkTexts()) {
  console.log(`${language}: ${missing.length} texts missing, ${wrong.length} to mend`);
  for (const line of [...missing.map((key) => `  missing ${key}`), ...wrong.map((line) => `  ${line}`)])
    console.log(line);
}
