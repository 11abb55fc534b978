import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldTexts } from '../schemas/field-texts.ts';
import { checkTexts } from '../texts/check-texts.ts';
import { readMessageFiles } from '../texts/read-texts.ts';
import { writeShape } from '../texts/write-shape.ts';

// npm run texts: writes the English words of the desk's fields from the schemas and the types of the texts from the English
// files, and says what each language lacks.
const folder = join(import.meta.dirname, '..', 'texts');
const fields = join(folder, 'en', 'desk-fields.json');
writeFileSync(fields, `${JSON.stringify(fieldTexts(), null, 2)}\n`);
const shape = join(folder, 'shape.ts');
writeFileSync(shape, writeShape(readMessageFiles('en')));
console.log(`Written: ${fields}, ${shape}`);
for (const { language, missing, wrong } of checkTexts()) {
  console.log(`${language}: ${missing.length} texts missing, ${wrong.length} to mend`);
  for (const line of [...missing.map((key) => `  missing ${key}`), ...wrong.map((line) => `  ${line}`)])
    console.log(line);
}
