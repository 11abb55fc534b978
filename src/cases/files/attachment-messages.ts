import { defineMessages } from '../../lib/messages.ts';

/** What is wrong with attached files and what to do. Files are named by their place: their names may hold anything. */
export const attachmentMessages = defineMessages({
  en: {
    tooMany: (max: number) => `More than ${max} files are attached. Choose the ${max} that matter most.`,
    tooLarge: (number: number, megabytes: number) =>
      `File ${number} is larger than ${megabytes} MB. Attach a smaller picture of it.`,
    wrongType: (number: number) =>
      `File ${number} is no picture (JPEG, PNG, WebP) or PDF that can be read. Attach it as one of these.`,
    phoneFormat: (number: number) =>
      `File ${number} is a picture in a format (HEIC or AVIF) that cannot be opened here. Attach a screenshot of it, or set your camera to JPEG (“most compatible”).`,
    cutOff: (number: number) =>
      `File ${number} is a picture that is broken or cut off. Open it to see whether it is whole, then choose it again.`,
    tooManyPixels: (number: number, millions: number) =>
      `File ${number} is a picture of more than ${millions} million points. Attach a smaller picture or a screenshot of it.`,
    empty: (number: number) =>
      `File ${number} is empty: it has 0 bytes. Open it on your phone or computer to see whether it is whole, then choose it again.`,
    again: (number: number) => `File ${number} could not be read together with the others. Choose it again.`,
    noRoom: (max: number, left: number) =>
      left === 0
        ? `This case has the ${max} files that it can hold from you. Say the rest in words.`
        : `A case can hold ${max} files from you, so there is room for ${left} more. Choose those that matter most.`,
    formFull: (max: number, chosen: number) =>
      `At most ${max} files can come at once, and ${chosen} were chosen before. Take the tick away from one that matters less, or choose fewer.`,
    lost: 'Files that you chose are no longer here: they are kept for an hour at most. Choose them again.',
    holdLater:
      'Too many files are coming from your connection just now. Nothing you wrote is lost: choose your files again in a few minutes.',
  },
  sw: {
    tooMany: (max: number) => `Faili zilizoambatishwa ni zaidi ya ${max}. Chagua ${max} zilizo muhimu zaidi.`,
    tooLarge: (number: number, megabytes: number) =>
      `Faili ya ${number} ni kubwa kuliko MB ${megabytes}. Ambatisha picha ndogo zaidi.`,
    wrongType: (number: number) =>
      `Faili ya ${number} si picha (JPEG, PNG, WebP) wala PDF inayosomeka. Iambatishe kama mojawapo ya hizi.`,
    phoneFormat: (number: number) =>
      `Faili ya ${number} ni picha ya aina (HEIC au AVIF) isiyofunguka hapa. Ambatisha picha ya skrini yake, au weka kamera yako iandike JPEG.`,
    cutOff: (number: number) =>
      `Faili ya ${number} ni picha iliyoharibika au kukatika. Ifungue uone kama ni nzima, kisha uichague tena.`,
    tooManyPixels: (number: number, millions: number) =>
      `Faili ya ${number} ni picha yenye nukta zaidi ya milioni ${millions}. Ambatisha picha ndogo zaidi au picha ya skrini yake.`,
    empty: (number: number) =>
      `Faili ya ${number} ni tupu: ina baiti 0. Ifungue kwenye simu au kompyuta yako uone kama ni nzima, kisha uichague tena.`,
    again: (number: number) => `Faili ya ${number} haikusomeka pamoja na nyingine. Tafadhali ichague tena.`,
    noRoom: (max: number, left: number) =>
      left === 0
        ? `Shauri hili lina faili ${max} zinazoweza kutoka kwako. Yaliyobaki yaeleze kwa maneno.`
        : `Shauri linaweza kuwa na faili ${max} kutoka kwako, kwa hiyo nafasi iliyobaki ni ya faili ${left}. Chagua zilizo muhimu zaidi.`,
    formFull: (max: number, chosen: number) =>
      `Faili zisizozidi ${max} zinaweza kuja kwa pamoja, na ${chosen} zilichaguliwa awali. Ondoa alama kwenye isiyo muhimu sana, au chagua chache.`,
    lost: 'Faili ulizochagua hazipo tena hapa: hutunzwa kwa saa moja tu. Tafadhali zichague tena.',
    holdLater:
      'Faili nyingi mno zinatoka kwenye mtandao wako sasa. Ulichoandika hakijapotea: chagua faili zako tena baada ya dakika chache.',
  },
});
