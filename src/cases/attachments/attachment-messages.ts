import { defineMessages } from '../../lib/messages.ts';

/** What is wrong with attached files and what to do. Files are named by their place: their names may hold anything. */
export const attachmentMessages = defineMessages({
  en: {
    tooMany: (max: number) => `More than ${max} files are attached. Choose the ${max} that matter most.`,
    tooLarge: (number: number, megabytes: number) => `File ${number} is larger than ${megabytes} MB. Attach a smaller picture of it.`,
    wrongType: (number: number) => `File ${number} is no picture (JPEG, PNG, WebP) or PDF that can be read. Attach it as one of these.`,
    noRoom: (max: number, left: number) =>
      left === 0
        ? `This case has the ${max} files that it can hold from you. Say the rest in words.`
        : `A case can hold ${max} files from you, so there is room for ${left} more. Choose those that matter most.`,
    again: 'A form that is shown again cannot keep files: choose your files again.',
  },
  sw: {
    tooMany: (max: number) => `Faili zilizoambatishwa ni zaidi ya ${max}. Chagua ${max} zilizo muhimu zaidi.`,
    tooLarge: (number: number, megabytes: number) => `Faili ya ${number} ni kubwa kuliko MB ${megabytes}. Ambatisha picha ndogo zaidi.`,
    wrongType: (number: number) => `Faili ya ${number} si picha (JPEG, PNG, WebP) wala PDF inayosomeka. Iambatishe kama mojawapo ya hizi.`,
    noRoom: (max: number, left: number) =>
      left === 0
        ? `Shauri hili lina faili ${max} zinazoweza kutoka kwako. Yaliyobaki yaeleze kwa maneno.`
        : `Shauri linaweza kuwa na faili ${max} kutoka kwako, kwa hiyo nafasi iliyobaki ni ya faili ${left}. Chagua zilizo muhimu zaidi.`,
    again: 'Fomu inayoonyeshwa tena haiwezi kutunza faili: tafadhali chagua faili zako tena.',
  },
});
