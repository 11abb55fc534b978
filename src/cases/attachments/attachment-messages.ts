import { defineMessages } from '../../lib/messages.ts';

/** What is wrong with attached files and what to do. Files are named by their place: their names may hold anything. */
export const attachmentMessages = defineMessages({
  en: {
    tooMany: (max: number) => `More than ${max} files are attached. Choose the ${max} that matter most.`,
    tooLarge: (number: number, megabytes: number) => `File ${number} is larger than ${megabytes} MB. Attach a smaller picture of it.`,
    wrongType: (number: number) => `File ${number} is no picture (JPEG, PNG, WebP) or PDF that can be read. Attach it as one of these.`,
    again: 'A form that is shown again cannot keep files: choose your files again.',
  },
  sw: {
    tooMany: (max: number) => `Faili zilizoambatishwa ni zaidi ya ${max}. Chagua ${max} zilizo muhimu zaidi.`,
    tooLarge: (number: number, megabytes: number) => `Faili ya ${number} ni kubwa kuliko MB ${megabytes}. Ambatisha picha ndogo zaidi.`,
    wrongType: (number: number) => `Faili ya ${number} si picha (JPEG, PNG, WebP) wala PDF inayosomeka. Iambatishe kama mojawapo ya hizi.`,
    again: 'Fomu inayoonyeshwa tena haiwezi kutunza faili: tafadhali chagua faili zako tena.',
  },
});
